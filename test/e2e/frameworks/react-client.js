import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './react-app.js';

window.hydrate = () => {
  hydrateRoot(document.querySelector('#app'), createElement(App), {
    onRecoverableError: (error) => console.error(`hydration: ${error}`),
  });
};
