import { render } from 'preact';
import '../../components/styles/card.css';
import '../../components/styles/welcome.css';
import { dressDocument } from '../../utils/own-page/use-settings.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { WelcomePage } from './welcome-page.tsx';

const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
dressDocument(settings);
const root = document.getElementById('root');
if (root) render(<WelcomePage settings={settings} />, root);
