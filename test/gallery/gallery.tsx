import './gallery.css';
import { type ComponentChild, render } from 'preact';
import cardCss from '../../components/styles/card.css?inline';
import optionsCss from '../../components/styles/options.css?inline';
import pageViewCss from '../../components/styles/page-view.css?inline';
import readingListCss from '../../components/styles/reading-list.css?inline';
import welcomeCss from '../../components/styles/welcome.css?inline';
import { INTERFACE_LANGUAGES, resolveLanguage } from '../../utils/i18n/translate.ts';
import { renderInShadow } from './in-shadow.tsx';
import { cardStates } from './states/card-states.tsx';
import { optionsStates } from './states/options-states.tsx';
import { pageViewStates } from './states/page-view-states.tsx';
import { readingListStates } from './states/reading-list-states.tsx';

/*
 * ?surface=card|page|list|pack (cards of the bundled pack) shows all states of a surface; #NAME shows one alone; neither shows the
 * index. ?language= and ?theme= choose these; ?in-shadow shows a card as on a page, ?hostile on one with
 * rules that a card must not take over.
 */
const asked = new URLSearchParams(location.search);
const wanted = INTERFACE_LANGUAGES.find((each) => each === asked.get('language'));
const language = resolveLanguage(wanted ?? 'en', []);
const theme = asked.get('theme');

const states: Record<string, ComponentChild> = {
  ...cardStates(language),
  ...pageViewStates(language),
  ...readingListStates(language),
  ...optionsStates(language),
  // Reading the whole pack takes a second: only where it is asked for.
  ...(asked.get('surface') === 'pack'
    ? (await import('./states/pack-states.tsx')).packStates(language)
    : {}),
};

/** Each surface has its own styles only, as in the extension: two of them may use one name. */
const STYLES: Record<string, string> = {
  card: cardCss,
  pack: cardCss,
  page: pageViewCss,
  list: readingListCss,
  options: optionsCss,
  welcome: `${cardCss}\n${welcomeCss}`,
};
const dress = document.head.appendChild(document.createElement('style'));

function Index() {
  return (
    <main>
      <h1>Gallery</h1>
      <ul>
        {Object.keys(states).map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Surface({ surface }: { surface: string }) {
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

function draw(): void {
  const name = location.hash.slice(1);
  const surface = asked.get('surface');
  dress.textContent = STYLES[surface ?? name.split('-')[0] ?? ''] ?? '';
  if (name === '')
    render(surface === null ? <Index /> : <Surface surface={surface} />, document.body);
  else if (asked.has('in-shadow')) renderInShadow(states[name], asked.has('hostile'));
  else render(<div key={name}>{states[name]}</div>, document.body);
  document.documentElement.dataset.shown = name;
}

document.documentElement.lang = language;
if (theme !== null) document.documentElement.dataset.theme = theme;
document.documentElement.dataset.states = Object.keys(states).join(' ');
draw();
addEventListener('hashchange', draw);
