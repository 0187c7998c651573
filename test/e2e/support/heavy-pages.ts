import type { ServedPage } from '../../../scripts/serve/page-server.ts';

/** Words of the pack that each page holds, to be marked. */
export const WORDS = 'mutual equality and mutual respect';
export const QUOTED = `China and Russia: the Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.`;
export const OPENING =
  '<p>China and Russia met. Beijing and Moscow spoke. Russia and China signed nothing.</p>';
export const FILLER = 'Tomatoes like sun and water in the evening. ';

export const heavyPage = (body: string): ServedPage => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title><body>${body}</body></html>`,
});

const framesPage = (count: number): ServedPage =>
  heavyPage(
    `${OPENING}<p>${QUOTED}</p><script>
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>Frame</p>';
      for (let at = 0; at < ${count}; at += 1) document.body.append(frame.cloneNode());
    </script>`,
  );

/** Pages built to be slow, by path: a million nodes, ten megabytes in one, frames, a storm of changes. */
export const HEAVY_PAGES: Readonly<Record<string, () => ServedPage>> = {
  '/nodes.html': () =>
    heavyPage(
      `${OPENING}<p>${QUOTED}</p><div id="all"></div><script>
        const part = document.createElement('div');
        for (let at = 0; at < 500; at += 1) part.append(document.createElement('i'), 'x ');
        for (let at = 0; at < 1000; at += 1) all.append(part.cloneNode(true));
      </script>`,
    ),
  '/text.html': () => heavyPage(`${OPENING}<p>${QUOTED} ${FILLER.repeat(250_000)}</p>`),
  '/thousands.html': () => framesPage(5000),
  '/thousand.html': () => framesPage(1000),
  // Some two thousand changes a second of every kind, until `stop()`.
  '/storm.html': () =>
    heavyPage(
      `${OPENING}<p id="kept">${QUOTED}</p><main></main><div id="deep"></div><script>
        const main = document.querySelector('main');
        for (let at = 0; at < 300; at += 1) main.append(document.createElement('p'));
        let nest = deep;
        for (let at = 0; at < 200; at += 1) nest = nest.appendChild(document.createElement('div'));
        let round = 0;
        const timer = setInterval(() => {
          for (let at = 0; at < 4; at += 1) {
            round += 1;
            const old = main.children[round % main.children.length];
            const fresh = document.createElement('p');
            fresh.textContent = 'China and Russia, line ' + round + ' of the day.';
            old.replaceWith(fresh);
            main.prepend(main.lastElementChild);
            main.children[(round * 7) % main.children.length].hidden = round % 2 === 0;
            nest.textContent = 'Moscow ' + round;
            deep.firstElementChild.remove();
            deep.append(document.createElement('span'));
            deep.prepend(nest);
          }
        }, 10);
        const stop = () => clearInterval(timer);
      </script>`,
    ),
};
