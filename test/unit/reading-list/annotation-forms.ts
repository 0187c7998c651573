import type { Omission } from '../../../utils/reading-list/exchange/incoming.ts';
import { ANNOTATION_CONTEXT } from '../../../utils/reading-list/exchange/web-annotation.ts';

export const PAGE = 'https://news.example/page';
export const NOTE = { type: 'TextualBody', value: 'a comment' };
/** An annotation of `PAGE` with the fields given. */
export const anno = (fields: object): object => ({
  '@context': ANNOTATION_CONTEXT,
  id: 'https://other.example/1',
  type: 'Annotation',
  target: PAGE,
  ...fields,
});
export const quoteOf = (exact: string): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix: 'before ',
  suffix: ' after',
});

/** What is to become of an annotation. */
interface Expected {
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly exact?: string;
  readonly language?: string;
  readonly address?: string;
  readonly without?: readonly Omission[];
}

/** One annotation of each form that the W3C model knows, in words of our own. */
export const FORMS: readonly (readonly [name: string, fields: object, Expected])[] = [
  ['without a body', {}, {}],
  [
    'with a body on the web: its address is the note',
    { body: 'https://other.example/post' },
    { note: '<https://other.example/post>' },
  ],
  [
    'with a body that has a type',
    { body: { id: 'https://other.example/v', type: 'Video' } },
    { note: '<https://other.example/v>' },
  ],
  [
    'with a body that is a part of something',
    {
      body: {
        source: 'https://other.example/v',
        selector: { type: 'FragmentSelector', value: 't=30,60' },
      },
    },
    { note: '<https://other.example/v#t=30,60>' },
  ],
  [
    'with a body that is a passage of another page',
    { body: { source: 'https://other.example/v', selector: quoteOf('its words') } },
    { note: '“its words” <https://other.example/v>' },
  ],
  [
    'with a body that is a thing with a name',
    { body: 'urn:isbn:9780000000002' },
    { note: 'urn:isbn:9780000000002' },
  ],
  [
    'with a body that holds no words',
    { body: { id: `data:image/png;base64,${'A'.repeat(5000)}`, type: 'Image' } },
    { without: ['content'] },
  ],
  [
    'with a body whose address would run',
    { body: 'javascript:alert(1)' },
    { without: ['content'] },
  ],
  ['with an empty text', { body: { type: 'TextualBody' } }, { without: ['content'] }],
  ['with words where an address should be', { body: 'just words' }, { note: 'just words' }],
  ['with words for a body', { bodyValue: 'a comment' }, { note: 'a comment' }],
  ['with a text for a body', { body: NOTE }, { note: 'a comment' }],
  [
    'with a text in HTML: its words',
    {
      body: {
        ...NOTE,
        value: '<p>a <b>comment</b></p><p>&amp; more</p>',
        format: 'text/html',
        language: 'fr',
      },
    },
    { note: 'a comment\n\n& more' },
  ],
  [
    'with several bodies',
    { body: ['https://other.example/post', NOTE, { ...NOTE, value: 'and more' }] },
    { note: '<https://other.example/post>\n\na comment\n\nand more' },
  ],
  [
    'with a set of bodies: all of them',
    { body: { type: 'Composite', items: [NOTE, { ...NOTE, value: 'and more' }] } },
    { note: 'a comment\n\nand more' },
  ],
  [
    'with a choice of bodies: the first text is the one',
    {
      body: {
        type: 'Choice',
        items: [{ id: 'https://a.example/' }, NOTE, { ...NOTE, value: 'x' }],
      },
    },
    { note: 'a comment', without: ['choice'] },
  ],
  [
    'with a choice of bodies on the web: the first is the one',
    { body: { type: 'Choice', items: ['https://a.example/en', 'https://a.example/fr'] } },
    { note: '<https://a.example/en>', without: ['choice'] },
  ],
  [
    'with a tag and a description',
    {
      motivation: 'bookmarking',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'later' },
        { type: 'TextualBody', purpose: 'describing', value: 'well told' },
      ],
    },
    { note: 'well told', tags: ['later'] },
  ],
  [
    'whose motivation is the purpose of its body',
    { motivation: 'tagging', body: { type: 'TextualBody', value: 'later' } },
    { tags: ['later'] },
  ],
  [
    'with a tag that is a thing',
    { body: { type: 'SpecificResource', purpose: 'tagging', source: 'https://a.example/city' } },
    { note: '<https://a.example/city>' },
  ],
  [
    'with a tag that is a thing with a name',
    { body: { purpose: 'tagging', source: { id: 'https://a.example/city', label: 'Riga' } } },
    { tags: ['Riga'] },
  ],
  [
    'of a thing with a type',
    { target: { id: PAGE, type: 'Text', language: ['ru', 'en'] } },
    { language: 'ru' },
  ],
  [
    'of a passage by its words',
    { body: NOTE, target: { source: PAGE, selector: quoteOf('the words') } },
    { note: 'a comment', exact: 'the words' },
  ],
  [
    'of a passage by its place alone: the page is kept',
    { target: { source: PAGE, selector: { type: 'TextPositionSelector', start: 4, end: 9 } } },
    { without: ['place'] },
  ],
  [
    'of a passage by a selector that is refined',
    {
      target: {
        source: PAGE,
        selector: { type: 'FragmentSelector', value: 'p5', refinedBy: quoteOf('the words') },
      },
    },
    { exact: 'the words' },
  ],
  [
    'of a part of a page that has an address of its own',
    { target: { source: PAGE, selector: { type: 'FragmentSelector', value: 'p5' } } },
    { address: `${PAGE}#p5` },
  ],
  [
    'of a part of a part',
    {
      target: {
        source: PAGE,
        selector: {
          ...{ type: 'FragmentSelector', value: 'p5' },
          refinedBy: { type: 'TextPositionSelector', start: 4, end: 9 },
        },
      },
    },
    { address: `${PAGE}#p5`, without: ['place'] },
  ],
  [
    'of a passage by several selectors',
    {
      target: {
        source: { id: PAGE, language: 'en' },
        selector: [{ type: 'CssSelector', value: '#a > p' }, quoteOf('the words')],
      },
    },
    { exact: 'the words', language: 'en' },
  ],
  [
    'of a range between two elements: the page is kept',
    {
      target: {
        source: PAGE,
        selector: {
          type: 'RangeSelector',
          startSelector: { type: 'XPathSelector', value: '//p[1]' },
          endSelector: { type: 'XPathSelector', value: '//p[2]' },
        },
      },
    },
    { without: ['place'] },
  ],
  ...['CssSelector', 'XPathSelector', 'SvgSelector', 'DataPositionSelector'].map(
    (type): [string, object, Expected] => [
      `of a place by a ${type}: the page is kept`,
      { target: { source: PAGE, selector: { type, value: 'x', start: 1, end: 2 } } },
      { without: ['place'] },
    ],
  ),
  [
    'of a place by a selector that lies elsewhere: the page is kept',
    { target: { source: PAGE, selector: 'https://other.example/selector' } },
    { without: ['place'] },
  ],
  [
    'of a page as it was at a time, with a style and by what it was shown',
    {
      stylesheet: { type: 'CssStylesheet', value: '.red { color: red }' },
      target: {
        source: PAGE,
        styleClass: 'red',
        renderedVia: { id: 'https://other.example/viewer', type: 'Software' },
        state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z' },
        scope: 'https://other.example/around',
      },
    },
    { without: ['circumstances', 'looks'] },
  ],
  [
    'with who, when, for whom, by what right and whence',
    {
      creator: { id: 'https://other.example/me', type: 'Person', name: 'A. Person' },
      created: '2026-01-01T00:00:00Z',
      modified: '2026-01-02T00:00:00Z',
      generator: 'https://other.example/program',
      audience: { id: 'https://other.example/teachers', type: 'schema:Audience' },
      rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
      canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
      via: 'https://other.example/0',
      bodyValue: 'a comment',
    },
    { note: 'a comment', without: ['people'] },
  ],
  [
    'in the words of a draft of the model',
    {
      id: undefined,
      type: undefined,
      '@id': 'https://other.example/1',
      '@type': 'oa:Annotation',
      body: [
        { '@type': 'oa:TextualBody', role: 'tagging', text: 'later' },
        { '@type': 'oa:Choice', members: [{ text: 'a comment' }, { text: 'x' }] },
      ],
      target: {
        '@id': 'https://other.example/target',
        source: PAGE,
        selector: { type: 'List', members: [{ ...quoteOf('the words') }] },
      },
    },
    { note: 'a comment', tags: ['later'], exact: 'the words', without: ['choice'] },
  ],
];
