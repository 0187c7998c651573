import { render } from 'preact';
import '../../components/styles/reading-list.css';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { ReadingListPage } from './reading-list-page.tsx';

const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
const root = document.getElementById('root');
if (root) render(<ReadingListPage settings={settings} />, root);
