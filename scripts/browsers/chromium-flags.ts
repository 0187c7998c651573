/**
 * Switches for every Chromium that a script or a test starts: no sandbox (containers lack the
 * rights for one; the pages are our own), no graphics card, and no traffic of the browser's own, so
 * that whatever is seen on the network comes from a page or from the extension.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  // Some components are fetched on demand all the same, and the account service is always asked, as is
  // that for filling forms in: all are pointed at a closed port of this machine.
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--gaia-url=http://127.0.0.1:9/',
  '--autofill-server-url=http://127.0.0.1:9/',
];
