import type { Match } from '../../utils/match/types.ts';
import { callBackground, type Result } from '../../utils/messages.ts';
import type { Highlight } from '../../utils/paint/painter.ts';
import { whatIsDrawn } from '../../utils/paint/what-is-drawn.ts';
import { extractPassages } from '../../utils/text/extract.ts';
import { locate } from '../../utils/text/locate.ts';
import type { Passages } from '../../utils/text/passages.ts';

/** One place of the sample that a reader can go to. */
export interface SampleStop {
  readonly match: Match;
  readonly passages: Passages;
  /** Id of the highlight that shows it. */
  readonly highlight: string;
}

interface ReadSample {
  readonly highlights: readonly Highlight[];
  /** In reading order. */
  readonly stops: readonly SampleStop[];
}

/** Reads the sample the way a page is read: its text, the engine, what is drawn, and where. */
export async function readSample(root: Element): Promise<Result<ReadSample>> {
  const highlights: Highlight[] = [];
  const stops: SampleStop[] = [];
  for await (const passages of extractPassages(root)) {
    const answer = await callBackground('match', { text: passages.text });
    if (!answer.ok) return answer;
    const drawn = whatIsDrawn(
      answer.value.matches,
      { kinds: { clause: true, claim: true, framing: true }, occurrences: 'all' },
      (start, end) => passages.text.slice(start, end),
    );
    for (const { start, end, kind, matches } of drawn) {
      const located = locate(passages, { start, end });
      if (located === null) continue;
      const highlight = `${kind}-${passages.start + start}`;
      highlights.push({ id: highlight, look: kind, parts: located.parts });
      for (const match of matches) stops.push({ match, passages, highlight });
    }
  }
  return { ok: true, value: { highlights, stops } };
}
