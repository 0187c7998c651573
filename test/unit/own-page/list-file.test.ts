import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createTranslator } from '../../../utils/i18n.ts';
import { importJson } from '../../../utils/own-page/list-file.ts';
import { openSampleStore } from '../reading-list/samples.ts';

async function told(text: string, language: 'en' | 'zh-CN' | 'ru'): Promise<string> {
  const store = await openSampleStore();
  try {
    return await importJson(new Blob([text]), store, createTranslator(language));
  } finally {
    store.close();
  }
}

it('says in the reader’s language why a file is refused', async () => {
  expect(await told('{"x":1}', 'ru')).toMatch(/^Файл — не список чтения\. /u);
  expect(await told('', 'zh-CN')).toMatch(/^文件是空的。/u);
});

it('says in the reader’s language which entry was left out first, and why', async () => {
  const file = JSON.stringify({
    annotations: [{ uri: 'https://news.example/a', target: [] }, { uri: 'javascript:alert(1)' }],
  });
  expect(await told(file, 'en')).toBe(
    'Imported: 1 added, 0 changed, 1 left out. Left out first — Entry 2: “Address” is not the address of a page',
  );
  expect(await told(file, 'ru')).toMatch(/Запись 2: «Адрес» — это не адрес страницы$/u);
});
