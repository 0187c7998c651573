import { renderToString } from 'vue/server-renderer';
import { createApp } from './vue-app.js';

export const html = () => renderToString(createApp());
