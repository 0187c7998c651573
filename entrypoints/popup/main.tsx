import { render } from 'preact';
import '../../components/styles/page-view.css';
import { browser } from '#imports';
import { type LookedAt, lookedAt } from '../../utils/own-page/use-page-view.ts';
import { dressDocument } from '../../utils/own-page/use-settings.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { Popup } from './popup.tsx';

/** The tab that the reader looks at; one that cannot be named is a page of the browser's own. */
async function lookedAtHere(): Promise<LookedAt> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return lookedAt(tab);
}

const [tab, settings] = await Promise.all([
  lookedAtHere(),
  readSettings().catch(() => DEFAULT_SETTINGS),
]);
dressDocument(settings);
const root = document.getElementById('root');
if (root) render(<Popup tab={tab} settings={settings} close={() => window.close()} />, root);
