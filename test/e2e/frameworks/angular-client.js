import { start } from './angular-app.js';

window.hydrate = () => {
  start().catch((error) => console.error(`hydration: ${error}`));
};
