import { render } from 'preact';
import '../../components/styles/note.css';
import { dressDocument } from '../../utils/own-page/use-settings.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings.ts';
import { NotePage } from './note-page.tsx';

const settings = await readSettings().catch(() => DEFAULT_SETTINGS);
dressDocument(settings);
const id = new URLSearchParams(location.search).get('id') ?? '';
const root = document.getElementById('root');
if (root) render(<NotePage settings={settings} id={id} />, root);
