import { render } from 'preact';
import '../../components/styles/page-view.css';
import { browser } from '#imports';
import { dressDocument } from '../../utils/own-page/use-settings.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { SidePanel } from './side-panel.tsx';

const [{ id: windowId = -1 }, settings] = await Promise.all([
  browser.windows.getCurrent(),
  readSettings().catch(() => DEFAULT_SETTINGS),
]);
dressDocument(settings);
const root = document.getElementById('root');
if (root) render(<SidePanel windowId={windowId} settings={settings} />, root);
