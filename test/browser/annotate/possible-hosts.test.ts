import { afterEach, describe, expect, it } from 'vitest';
import { possibleHosts } from '../../../entrypoints/annotate.content/possible-hosts.ts';

const NAMES =
  'a abbr address area article aside audio b base bdi bdo blockquote br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr x-own';

const held = (): Set<Element> =>
  new Set(possibleHosts(document.body).flatMap((all) => Array.from(all)));

describe('the elements that may have a shadow root', () => {
  afterEach(() => document.body.replaceChildren());

  it('are all that a browser lets have one, beside elements of every other name', () => {
    let hosts = 0;
    for (const name of NAMES.split(' ')) {
      const element = document.createElement(name);
      try {
        element.attachShadow({ mode: 'open' });
      } catch {
        continue;
      }
      hosts += 1;
      document.body.replaceChildren(element);
      document.body.insertAdjacentHTML('beforeend', '<a></a>'.repeat(200));
      expect(held(), name).toContain(element);
      document.body.append(document.createElement('x-other'));
      expect(held(), name).toContain(element);
    }
    expect(hosts).toBeGreaterThan(15);
  });

  it('are not those of names that never do, where a page has known names alone', () => {
    const item = '<li><a href="#">One</a></li>';
    document.body.innerHTML = `<p><b>bold</b></p><ul>${item.repeat(60)}</ul>`;
    expect([...held()].map(({ localName }) => localName)).toEqual(['p']);
    document.body.append(document.createElement('output'));
    expect(held().size).toBe(124);
  });

  it('are looked for by name in no small part of a page: that costs more than it saves', () => {
    document.body.innerHTML = '<p><a href="#">Link</a> <b>bold</b></p>';
    expect([...held()].map(({ localName }) => localName)).toEqual(['p', 'a', 'b']);
  });

  it('are found on long pages, and in shadow roots', () => {
    document.body.innerHTML = `${'<a></a>'.repeat(6000)}<x-late></x-late>`;
    expect(held().size).toBe(6001);
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    root.innerHTML = '<x-inner></x-inner><a></a>';
    expect([...possibleHosts(root)].map(({ length }) => length)).toEqual([2]);
  });
});
