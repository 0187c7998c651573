import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedList } from '../../unit/reading-list/generated.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';

const HOSTILE = '<img src=x onerror="globalThis.hacked = true"> {what}';

/** A file with a passage on a question of the pack, one on a subject without a question, and entries that cannot be taken. */
function fileText(): string {
  const [listed] = generatedList(1, 1);
  const [passage] = listed?.passages ?? [];
  const match = {
    ...{ item: 'framing-no-alliance', kind: 'framing', degree: 'partial' },
    ...{ topic: 'alliance-or-not', title: '—', original: null, attribution: '—' },
    ...{ pack: 'china-russia', packVersion: '1.0.0' },
  };
  const elsewhere = { ...passage?.selector, exact: 'other words', start: 9_000, end: 9_011 };
  const onSubject = { ...match, item: 'js2025-scs-peace', kind: 'clause' };
  return JSON.stringify({
    ...{ format: 'parallax-reading-list', version: 1, exportedAt: '2026-02-03T04:05:06.000Z' },
    pages: [listed?.page],
    passages: [
      { ...passage, match },
      {
        ...{ ...passage, id: 'subject', selector: elsewhere },
        match: { ...onSubject, topic: 'subject:south-china-sea' },
      },
      { ...passage, id: 'long', note: 'x'.repeat(100_001) },
      { ...passage, id: HOSTILE, savedAt: 'yesterday' },
      { ...passage, id: 'later', schema: 99 },
      7,
    ],
    unreadable: [],
  });
}

describe('an import, for a reader of Russian', () => {
  let browser: Chromium;
  let list: ChromiumPage;

  beforeAll(async () => {
    browser = await startChromium();
    await setSetting(browser, 'interfaceLanguage', 'ru');
    list = await browser.openOwn('reading-list.html');
    await list.page.getByText('Пока ничего не сохранено').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('says in Russian what is left out and why, and takes the file’s words as text', async () => {
    await list.page.locator('input[type="file"]').setInputFiles({
      name: 'list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(fileText()),
    });
    await list.page.locator('dialog[open] .samples').waitFor();
    const reasons = await list.page.locator('dialog .samples bdi').allTextContents();
    expect(reasons.map((reason) => reason.replace(/\s/g, ' '))).toEqual([
      'Отрывок long: в поле «Заметка» больше 100 000 знаков',
      `Отрывок ${HOSTILE}: «Время сохранения» — это не время`,
      'Отрывок later: записано более новой версией расширения; обновите расширение, чтобы прочесть',
      'Отрывок без идентификатора: это не запись',
    ]);
    expect(await list.page.locator('dialog img').count()).toBe(0);
    expect(await list.evaluate('globalThis.hacked ?? null')).toBeNull();
  });

  test('says in Russian what of annotations of another program is not kept', async () => {
    await list.page.getByRole('button', { name: 'Отмена', exact: true }).click();
    const target = {
      source: 'https://news.example/elsewhere',
      selector: { type: 'CssSelector', value: 'p' },
    };
    await list.page.locator('input[type="file"]').setInputFiles({
      name: 'annotations.jsonld',
      mimeType: 'application/ld+json',
      buffer: Buffer.from(
        JSON.stringify({ type: 'Annotation', body: 'https://news.example/comment', target }),
      ),
    });
    const samples = list.page.locator('dialog[open] .samples li');
    await samples.first().waitFor();
    expect((await samples.allTextContents()).map((text) => text.replace(/\s/g, ' '))).toEqual([
      'Взяты частично Записей: 1. Место задано не словами страницы, поэтому сохраняется страница',
      'Новые https://news.example/elsewhere',
    ]);
    await list.page.getByRole('button', { name: 'Объединить', exact: true }).click();
    await list.page.getByText('<https://news.example/comment>').waitFor();
    await list.page.getByRole('button', { name: 'Отменить' }).click();
    await list.page.getByText('Пока ничего не сохранено').waitFor();
    await list.page.locator('input[type="file"]').setInputFiles({
      name: 'list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(fileText()),
    });
    await list.page.locator('dialog[open] .samples').waitFor();
  });

  test('names the topics of what came in by question or subject, in Russian', async () => {
    await list.page.getByRole('button', { name: 'Объединить', exact: true }).click();
    await list.page.locator('.passage').nth(1).waitFor();
    await list.page.locator('.arrange summary').click();
    await list.page.locator('.arrange option', { hasText: 'союз' }).waitFor({ state: 'attached' });
    await list.page.locator('.arrange select:has(option[value="day"])').selectOption('topic');
    await list.page.locator('h2', { hasText: /союз.*\?/iu }).waitFor();
    await list.page.locator('h2', { hasText: 'Южно-Китайское море' }).waitFor();
    await list.page
      .locator('.arrange option', { hasText: 'Южно-Китайское море' })
      .waitFor({ state: 'attached' });
  });
});
