import type { ComponentChildren, RefObject } from 'preact';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';
import { KeyNames, PAGE_KEYS } from '../parts/key-names.tsx';

/** How the live sample stands. */
export type SampleState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly count: number }
  | { readonly kind: 'failed'; readonly message: string };

interface WelcomeProps {
  readonly state: SampleState;
  /** Where the sample's text is laid and painted by whoever owns it. */
  readonly sample: RefObject<HTMLDivElement | null>;
  /** The open card, or nothing. */
  readonly card: ComponentChildren;
  /** What the index covers; null while that is not known. */
  readonly extent: string | null;
  readonly isPinned: boolean;
  readonly openAt: (x: number, y: number) => void;
  readonly openFirst: () => void;
  readonly openOptions: () => void;
  readonly openReadingList: () => void;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

const KEYS = PAGE_KEYS.filter(({ text }) => text !== 'options.keyPrevious');

/** What a reader sees once, after the installation. */
export function WelcomeView(props: WelcomeProps) {
  const { state, extent, language, t } = props;
  return (
    <div class="surface welcome" lang={language}>
      <main>
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
        <section aria-labelledby="welcome-try" class="try">
          <h2 id="welcome-try">{t('welcome.try')}</h2>
          <p>{t('welcome.tryHint')}</p>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same for the keyboard */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard on the whole page */}
          <div
            class="sample-text quotation"
            ref={props.sample}
            onClick={({ clientX, clientY }) => props.openAt(clientX, clientY)}
          />
          <p role="status" class="cap">
            {state.kind === 'reading' && t('welcome.reading')}
            {state.kind === 'ready' && t('page.count', { count: state.count })}
            {state.kind === 'failed' && `${t('welcome.failed')} ${state.message}`}
          </p>
          {state.kind === 'ready' && state.count > 0 && (
            <Button look="main" onPress={props.openFirst}>
              {t('welcome.openFirst')}
            </Button>
          )}
          {props.card}
        </section>
        <div class="points">
          <section>
            <h2>{t('welcome.means')}</h2>
            <p>{t('welcome.meansText')}</p>
          </section>
          <section>
            <h2>{t('welcome.meansNot')}</h2>
            <p>{t('welcome.meansNotText')}</p>
            {extent !== null && <p class="cap">{extent}</p>}
          </section>
          <section>
            <h2>{t('welcome.where')}</h2>
            <p>{t('welcome.whereText')}</p>
            <p>{t('welcome.private')}</p>
          </section>
          <section>
            <h2>{t('welcome.pin')}</h2>
            <p>{t(props.isPinned ? 'welcome.pinned' : 'welcome.pinText')}</p>
          </section>
          <section>
            <h2>{t('welcome.keys')}</h2>
            <dl class="keys">
              {KEYS.map(({ text, keys }) => (
                <div key={text}>
                  <dt>{t(text)}</dt>
                  <dd>
                    <KeyNames keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{t('welcome.more')}</h2>
            <div class="deeds">
              <Button onPress={props.openOptions}>{t('page.options')}</Button>
              <Button icon="list" onPress={props.openReadingList}>
                {t('page.openList')}
              </Button>
            </div>
          </section>
        </div>
      </main>
    </div>
  );
}
