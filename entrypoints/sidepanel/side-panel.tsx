import { PageViewPanel } from '../../components/page-view/page-view.tsx';
import { usePanel } from '../../utils/own-page/use-panel.ts';
import { useDocument, useSettings } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { useTab } from './use-tab.ts';

/** The side panel: the view of whichever page the window shows, in step with it. */
export function SidePanel(props: { readonly windowId: number; readonly settings: Settings }) {
  const settings = useSettings(props.settings);
  const tab = useTab(props.windowId);
  const panel = usePanel({ tab, settings, after: () => {}, place: 'panel' });
  useDocument(settings, panel, 'Parallax');
  return <PageViewPanel {...panel} />;
}
