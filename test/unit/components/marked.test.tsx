// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { Marked } from '../../../components/reading-list/marked.tsx';

afterEach(() => render(null, document.body));

describe('marking', () => {
  const marked = (text: string, query: string): string => {
    act(() => render(<Marked text={text} query={query} />, document.body));
    return document.body.innerHTML;
  };

  test.each([
    ['The Bridge', 'bridge', 'The <mark>Bridge</mark>'],
    ['a.b', '.', 'a<mark>.</mark>b'],
    ['bridges', 'bridge bridges', '<mark>bridges</mark>'],
    ['<b>', 'b', '&lt;<mark>b</mark>&gt;'],
    ['nothing', '  ', 'nothing'],
  ])('%s for %s gives %s', (text, query, html) => {
    expect(marked(text, query)).toBe(html);
  });
});
