import { render } from 'svelte/server';
import App from './svelte-app.svelte';

export const html = async () => `<div id="app">${render(App).body}</div>`;
