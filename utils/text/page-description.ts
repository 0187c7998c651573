import type { PageDescription } from '../messages.ts';

/** Longest block of structured data that is parsed, in UTF-16 units. */
const LONGEST_DATA = 500_000;
const ARTICLE = /(?:Article|NewsArticle|BlogPosting|Report)$/;

/**
 * What the page says of itself: JSON-LD first, then microdata, Open Graph and its kin, then plain HTML. Fields
 * that the page does not give are null; nothing is guessed.
 */
export function describePage(document: Document, address: string): PageDescription {
  const article: Data = { ...articleItem(document), ...articleData(document) };
  const meta = (...names: string[]) => firstMeta(document, names);
  const title = document.title || meta('og:title', 'twitter:title') || textIn(article.headline);
  return {
    address,
    canonicalAddress: canonicalOf(document, address),
    title: clean(title) ?? '',
    site: clean(meta('og:site_name', 'application-name') ?? nameIn(article.publisher)),
    author: clean(nameIn(article.author) ?? authorMeta(meta)),
    published: clean(
      textIn(article.datePublished) ??
        meta('article:published_time', 'datePublished', 'date', 'dc.date', 'parsely-pub-date'),
    ),
    language: clean(document.documentElement?.getAttribute('lang') ?? textIn(article.inLanguage)),
  };
}

/** A profile's address in `article:author` is no name. */
function authorMeta(meta: (...names: string[]) => string | null): string | null {
  const author = meta('author', 'article:author', 'dc.creator', 'parsely-author');
  return author !== null && /^https?:/i.test(author) ? null : author;
}

function canonicalOf(document: Document, address: string): string | null {
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const given = href ?? firstMeta(document, ['og:url']);
  if (!given || !URL.canParse(given, address)) return null;
  const { href: canonical, protocol } = new URL(given, address);
  return /^https?:$/.test(protocol) ? canonical : null;
}

function firstMeta(document: Document, names: readonly string[]): string | null {
  for (const name of names) {
    const quoted = `"${name}" i`;
    const found = document.querySelector(
      `meta[property=${quoted}], meta[name=${quoted}], meta[itemprop=${quoted}]`,
    );
    const content = found?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return null;
}

type Data = Readonly<Record<string, unknown>>;

function articleData(document: Document): Data | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? '';
    if (source.length > LONGEST_DATA) continue;
    const found = findArticle(parsed(source), 0);
    if (found !== null) return found;
  }
  return null;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null; // Pages often ship broken data; it is theirs, and one source among several.
  }
}

const PROPERTIES = ['headline', 'publisher', 'author', 'datePublished', 'inLanguage'];

/** The first article of the page's microdata (WHATWG HTML, 5.2), as far as it is used here. */
function articleItem(document: Document): Data {
  const items = document.querySelectorAll('[itemscope][itemtype*="schema.org" i]');
  const item = [...items].find((each) => ARTICLE.test(each.getAttribute('itemtype') ?? ''));
  if (item === undefined) return {};
  const data: Record<string, unknown> = {};
  for (const name of PROPERTIES) {
    const found = [...item.querySelectorAll(`[itemprop~="${name}"]`)].filter(
      (each) => each.parentElement?.closest('[itemscope]') === item,
    );
    if (found.length > 0) data[name] = found.map(propertyOf);
  }
  return { ...data, headline: first(data.headline), datePublished: first(data.datePublished) };
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** The value of a property: of an item its name, of a time its date, else its content or text. */
function propertyOf(element: Element): string | null {
  if (element.hasAttribute('itemscope')) {
    const name = element.querySelector('[itemprop~="name"]');
    return name === null ? null : propertyOf(name);
  }
  const given = element.getAttribute('content') ?? element.getAttribute('datetime');
  return textIn(given ?? element.textContent);
}

function findArticle(value: unknown, depth: number): Data | null {
  if (depth > 4 || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = findArticle(entry, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const data = value as Data;
  const types = [data['@type']].flat();
  if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) return data;
  return findArticle(data['@graph'] ?? data.mainEntity, depth + 1);
}

function nameIn(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.map(nameIn).filter((name) => name !== null);
    return names.length > 0 ? names.join(', ') : null;
  }
  if (typeof value === 'object' && value !== null) return textIn((value as Data).name);
  return textIn(value);
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function clean(text: string | null | undefined): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim();
  return trimmed ? trimmed.slice(0, 1000) : null;
}
