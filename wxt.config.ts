import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { asciiContentScript } from './scripts/build/ascii-content-script.ts';
import { packGates } from './scripts/build/pack-gates.ts';
import { slimPolyfill } from './scripts/build/slim-polyfill.ts';
import { withoutFetch } from './scripts/build/without-fetch.ts';
import { withoutInnerHtml } from './scripts/build/without-inner-html.ts';
import { withoutWxtContext } from './scripts/build/without-wxt-context.ts';

/**
 * Commands of the extension. The arrow keys are the page's own business (Alt+Shift+arrow, Alt+Shift+
 * Enter): as global keys they would be taken from every text field. Chromium gives keys to four
 * commands at most; readers choose the others in the browser.
 */
const COMMANDS = {
  next: { description: '__MSG_commandNext__' },
  previous: { description: '__MSG_commandPrevious__' },
  open: { description: '__MSG_commandOpen__' },
  'toggle-site': { description: '__MSG_commandToggle__' },
  'save-selection': {
    description: '__MSG_commandSave__',
    // Not S: with Alt that letter opens a menu of Firefox, whatever else is held.
    suggested_key: { default: 'Alt+Shift+K' },
  },
  'side-panel': {
    description: '__MSG_commandPanel__',
    suggested_key: { default: 'Alt+Shift+O' },
  },
  'reading-list': {
    description: '__MSG_menuOpenReadingList__',
    suggested_key: { default: 'Alt+Shift+L' },
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [
      preact(),
      withoutInnerHtml(),
      withoutFetch(),
      slimPolyfill(),
      packGates(),
      withoutWxtContext(),
      asciiContentScript(),
    ],
    // The oldest browsers that the manifest lets in: both know `light-dark()`.
    build: { cssTarget: ['chrome123', 'firefox140'] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'contextMenus', 'scripting', 'activeTab'],
    host_permissions: ['<all_urls>'],
    commands: COMMANDS,
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'parallax@parallax.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            // Firefox for Android knows data_collection_permissions from this version on.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
