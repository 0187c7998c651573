import { useLayoutEffect, useRef } from 'preact/hooks';
import { browser } from '#imports';
import { formatDate } from '../../components/format.ts';
import { WelcomeView } from '../../components/welcome/welcome-view.tsx';
import { callBackground } from '../../utils/messages.ts';
import { useCoverage } from '../../utils/own-page/use-page-view.ts';
import { useDocument, useSettings, useTongue } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { SampleCard } from './sample-card.tsx';
import { usePinned } from './use-pinned.ts';
import { type Sample, useSample } from './use-sample.ts';

/** The welcome page: wires the view to the live sample, the settings and the index. */
export function WelcomePage({ settings: atOpening }: { readonly settings: Settings }) {
  const settings = useSettings(atOpening);
  const tongue = useTongue(settings);
  const { language, t } = tongue;
  const place = useRef<HTMLDivElement>(null);
  const sample = useSample(place, settings, tongue);
  const coverage = useCoverage();
  useDocument(settings, tongue, t('welcome.title'));
  useKeys(sample);
  const { opened } = sample;
  return (
    <WelcomeView
      state={sample.state}
      sample={place}
      card={
        opened && <SampleCard opened={opened} sample={sample} settings={settings} tongue={tongue} />
      }
      extent={
        coverage &&
        t('coverage.extent', {
          count: coverage.documents,
          date: formatDate(coverage.to, language),
        })
      }
      isPinned={usePinned()}
      openAt={sample.openAt}
      openFirst={() => sample.open(0)}
      openOptions={() => void browser.runtime.openOptionsPage()}
      openReadingList={() => void callBackground('openReadingList', null)}
      {...tongue}
    />
  );
}

/** The keys of a page with highlights, which here are the sample's. */
function useKeys({ opened, open, close }: Sample): void {
  function actionOf({ key, altKey, shiftKey }: KeyboardEvent): (() => void) | null {
    if (key === 'Escape') return close;
    if (!altKey || !shiftKey) return null;
    if (key === 'ArrowRight') return () => open(opened === null ? 0 : opened.index + 1);
    if (key === 'ArrowLeft') return () => open((opened?.index ?? 0) - 1);
    return key === 'Enter' ? () => open(opened?.index ?? 0) : null;
  }
  // At once with the drawing: a key that is pressed after it has to find what was drawn.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      action();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
