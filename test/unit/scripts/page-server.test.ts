import { expect, test } from 'vitest';
import { servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_PATH, sampleAt } from '../../../scripts/serve/sample-page.ts';

test('the sample article is served on loopback, and unknown paths are not', async () => {
  const server = await servePages(sampleAt);
  try {
    const answer = await fetch(server.origin + SAMPLE_PATH);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('a fictional outlet');
    expect((await fetch(`${server.origin}/else`)).status).toBe(404);
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(server.requests).toEqual([SAMPLE_PATH, '/else']);
  } finally {
    await server.close();
  }
});

test('the sample article asks no other server for anything', () => {
  const body = String(sampleAt(SAMPLE_PATH)?.body);
  expect(body).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//u);
});

test('a page that cannot be made is answered as an error of the server', async () => {
  const server = await servePages(() => Promise.reject(new Error('broken')));
  try {
    expect((await fetch(`${server.origin}/`)).status).toBe(500);
  } finally {
    await server.close();
  }
});
