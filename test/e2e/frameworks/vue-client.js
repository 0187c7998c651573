import { createApp } from './vue-app.js';

window.hydrate = () => {
  createApp().mount('#app');
};
