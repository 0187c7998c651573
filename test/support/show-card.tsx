import { render } from 'preact';
import { Card } from '../../components/card/card.tsx';
import type { CardActions, CardProps } from '../../components/card/types.ts';
import { createTranslator } from '../../utils/i18n.ts';
import { evidenceOf } from '../gallery/fixtures/alignment.ts';
import * as data from '../gallery/fixtures/card-data.ts';

/** What the page of every shown card quotes. */
export const QUOTED = 'will keep the bridge open in every season';

/** Renders a card of the made-up bridge, both layers open, and notes what its buttons do. */
export function show(given: Partial<CardProps> = {}): { card: HTMLElement; done: string[] } {
  const done: string[] = [];
  const note = (deed: string) => (with_?: unknown) =>
    void done.push(`${deed} ${with_ ?? ''}`.trim());
  const actions: CardActions = {
    save: note('save'),
    copy: note('copy'),
    previous: note('previous'),
    next: note('next'),
    close: note('close'),
    toggleMore: note('more'),
    mute: note('mute'),
  };
  render(
    <Card
      data={data.card()}
      match={{
        degree: 'partial',
        text: QUOTED,
        start: 0,
        pageText: QUOTED,
        evidence: evidenceOf(QUOTED, data.ENGLISH.text, { language: 'en', origin: 'translation' }),
      }}
      position={{ index: 0, total: 5 }}
      isSaved={false}
      expanded
      actions={actions}
      language="en"
      t={createTranslator('en')}
      {...given}
    />,
    document.body,
  );
  const card = document.querySelector<HTMLElement>('[role=dialog]');
  if (card === null) throw new Error('There is no card.');
  return { card, done };
}

export const all = (card: HTMLElement, selector: string): HTMLElement[] => [
  ...card.querySelectorAll<HTMLElement>(selector),
];
export const texts = (card: HTMLElement, selector: string): string[] =>
  all(card, selector).map((element) => element.textContent ?? '');
