import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchGround } from '../../../entrypoints/annotate.content/watch-ground.ts';

/** Longer than the extension looks after a sign. */
const FADE = 2000;
const DARK = 'rgb(16, 16, 16)';

describe('the ground that marks stand on', () => {
  let watching: AbortController;
  let ground: HTMLElement;
  /** Colour of the ground at each look. */
  let looks: string[];

  beforeEach(() => {
    watching = new AbortController();
    looks = [];
    document.body.innerHTML = `<button>Night</button><div style="background-color: white">Text</div>`;
    ground = document.querySelector('div') as HTMLElement;
    watchGround(
      document,
      () => looks.push(getComputedStyle(ground).backgroundColor),
      watching.signal,
    );
  });

  afterEach(() => {
    watching.abort();
    document.body.replaceChildren();
  });

  const press = (): void => document.querySelector('button')?.click();

  test('is looked at when it has faded over at length after something was pressed', async () => {
    ground.style.transition = `background-color ${FADE}ms`;
    getComputedStyle(ground).backgroundColor;
    press();
    ground.style.backgroundColor = DARK;
    await expect.poll(() => looks.at(-1)).toBe(DARK);
  });

  test('is looked at no more when something else than a colour has changed over', async () => {
    const ended = new Promise((resolve) => document.addEventListener('transitionend', resolve));
    ground.style.transition = 'opacity 50ms';
    getComputedStyle(ground).opacity;
    ground.style.opacity = '0.5';
    await ended;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(looks).toEqual([]);
  });

  test('is looked at no more than a few times, however often the page changes itself', async () => {
    for (let at = 0; at < 200; at += 1) document.body.className = `state-${at}`;
    await expect.poll(() => looks.length).toBe(3);
    expect(looks).toEqual(Array(3).fill('rgb(255, 255, 255)'));
  });
});
