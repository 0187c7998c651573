import { PageViewPanel } from '../../components/page-view/page-view.tsx';
import type { LookedAt } from '../../utils/own-page/use-page-view.ts';
import { usePanel } from '../../utils/own-page/use-panel.ts';
import { useDocument, useSettings } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { useUpdated } from './use-updated.ts';

interface PopupProps {
  readonly tab: LookedAt;
  /** The settings at opening; changes are followed. */
  readonly settings: Settings;
  readonly close: () => void;
}

/** The toolbar popup: a page's view that closes when the reader has gone elsewhere with it. */
export function Popup({ tab: tabAtOpening, settings: atOpening, close }: PopupProps) {
  const tab = useUpdated(tabAtOpening);
  const settings = useSettings(atOpening);
  const panel = usePanel({ tab, settings, after: close, place: 'popup' });
  useDocument(settings, panel, panel.t('page.title'));
  return <PageViewPanel {...panel} />;
}
