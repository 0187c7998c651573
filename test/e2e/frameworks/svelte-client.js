import { hydrate } from 'svelte';
import App from './svelte-app.svelte';

window.hydrate = () => {
  hydrate(App, { target: document.querySelector('#app') });
};
