import { describe, expect, it } from 'vitest';
import { wordsOfHtml } from '../../../utils/reading-list/exchange/html-words.ts';

describe('the words of a text in HTML', () => {
  it.each([
    ['are its text without its marks', '<p>so <em class="a">it</em> is</p>', 'so it is'],
    [
      'keep their lines',
      'one<br>two<ul><li>three</li><li>four</li></ul>',
      'one\ntwo\n\nthree\n\nfour',
    ],
    [
      'read characters that are written out',
      '&lt;a&gt; &amp;&nbsp;&quot;&#8212;&#x2014;',
      '<a> & "——',
    ],
    [
      'leave what is no character',
      '&unknown; &#0; &#xd800; &#9999999; &',
      '&unknown; &#0; &#xd800; &#9999999; &',
    ],
    ['leave signs that open nothing', '1 < 2 > 0, a <b', '1 < 2 > 0, a <b'],
    [
      'hold nothing that runs or is remarked',
      'a<script>if (1 < 2) b</script><!-- c > d -->e',
      'ae',
    ],
    ['hold nothing behind a program that never ends', 'a<style>b', 'a'],
    ['show a remark that never ends', 'a<!-- b > c', 'a<!-- b > c'],
    ['are there in other scripts', '<p>大桥</p><p>мост</p>', '大桥\n\nмост'],
  ])('%s', (_, html, words) => {
    expect(wordsOfHtml(html)).toBe(words);
  });

  it.each(['<', '<!--', '<script', '<script>', '</', '<p', '&#', '<!-- -->'])(
    'are found however often %s stands there',
    (part) => {
      // In quadratic time this would not come to an end within a test's limit.
      expect(wordsOfHtml(part.repeat(200_000)).length).toBeLessThanOrEqual(part.length * 200_000);
    },
  );
});
