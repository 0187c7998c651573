import { render } from 'preact';
import '../../components/styles/options.css';
import { dressDocument } from '../../utils/own-page/use-settings.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { OptionsPage } from './options-page.tsx';

const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
dressDocument(settings);
const root = document.getElementById('root');
if (root) render(<OptionsPage settings={settings} />, root);
