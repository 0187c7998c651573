import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Card } from '../../components/card/card.tsx';
import type { OwnTongue } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import type { OpenStop, Sample } from './use-sample.ts';

/** The card of the sample: the one that pages have, except that a sample is not saved. */
export function SampleCard(props: {
  readonly opened: OpenStop;
  readonly sample: Sample;
  readonly settings: Settings;
  readonly tongue: OwnTongue;
}) {
  const { opened, sample, settings, tongue } = props;
  const { stop, index, data } = opened;
  const { match, passages } = stop;
  const [isExpanded, setIsExpanded] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const { translationLanguage } = settings;
  const { t } = tongue;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another stop has said nothing yet
  useEffect(() => setNotice(null), [stop]);
  // Before the next key can be pressed: where the focus came from is where it goes back to.
  useLayoutEffect(() => {
    const before = document.activeElement;
    place.current?.querySelector<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <div class="sample-card" ref={place}>
      <Card
        data={data}
        match={{
          degree: match.degree,
          text: passages.text.slice(match.start, match.end),
          start: match.start,
          evidence: match.evidence,
          pageText: passages.text,
        }}
        position={{ index, total: sample.stops.length }}
        framingsOnPage={sample.stops
          .filter((each) => each.match.kind === 'framing')
          .map((each) => each.match.item)}
        isSaved={false}
        expanded={isExpanded}
        notice={notice}
        translations={translationLanguage === 'auto' ? tongue.language : translationLanguage}
        {...tongue}
        actions={{
          save: () => setNotice(t('welcome.sampleSave')),
          copy: (text) =>
            void navigator.clipboard.writeText(text).then(
              () => setNotice(t('notice.copied')),
              () => setNotice(t('notice.copyFailed')),
            ),
          previous: () => sample.open(index - 1),
          next: () => sample.open(index + 1),
          close: sample.close,
          toggleMore: () => setIsExpanded(!isExpanded),
        }}
      />
    </div>
  );
}
