import '../../components/styles/card.css';
import '../../components/styles/page-view.css';
import '../../components/styles/reading-list.css';
import './gallery.css';
import { type ComponentChild, render } from 'preact';
import { INTERFACE_LANGUAGES, resolveLanguage } from '../../utils/i18n/translate.ts';
import { renderInShadow } from './in-shadow.tsx';
import { cardStates } from './states/card-states.tsx';
import { pageViewStates } from './states/page-view-states.tsx';
import { readingListStates } from './states/reading-list-states.tsx';

/*
 * ?state=NAME shows one state alone; ?surface=card|page|list shows all of a surface; neither shows
 * the index. &language= and &theme= choose these; &in-shadow shows a card as on a page, &hostile on one
 * with rules that a card must not take over.
 */
const asked = new URLSearchParams(location.search);
const wanted = INTERFACE_LANGUAGES.find((each) => each === asked.get('language'));
const language = resolveLanguage(wanted ?? 'en', []);
const theme = asked.get('theme');

const states: Record<string, ComponentChild> = {
  ...cardStates(language),
  ...pageViewStates(language),
  ...readingListStates(language),
};

function Index() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`?state=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Shown() {
  const state = asked.get('state');
  const surface = asked.get('surface');
  if (state !== null) return <div data-state={state}>{states[state]}</div>;
  if (surface === null) return <Index />;
  return (
    <div class="all">
      {Object.entries(states)
        .filter(([name]) => name.startsWith(surface))
        .map(([name, shown]) => (
          <figure key={name} data-surface={surface}>
            <figcaption>{name}</figcaption>
            {shown}
          </figure>
        ))}
    </div>
  );
}

document.documentElement.lang = language;
if (theme !== null) document.documentElement.dataset.theme = theme;
if (asked.has('in-shadow')) {
  renderInShadow(states[asked.get('state') ?? ''], asked.has('hostile'));
} else {
  render(<Shown />, document.body);
}
document.documentElement.dataset.ready = Object.keys(states).join(' ');
