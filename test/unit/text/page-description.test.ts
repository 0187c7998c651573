// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { describePage } from '../../../utils/text/page-description.ts';

const ADDRESS = 'https://news.example/a?utm=1';

describe('what a page says of itself', () => {
  it('is taken from structured data first', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': 'NewsArticle',
          datePublished: '2025-05-08T10:00:00Z',
          author: [{ name: 'A. Writer' }, { name: 'B. Writer' }],
          publisher: { name: 'The Example' },
        },
      ],
    };
    const page = pageOf(
      `<title>Talks</title><meta name="author" content="C. Writer">
       <script type="application/ld+json">${JSON.stringify(data)}</script>`,
    );
    expect(page).toEqual({
      address: ADDRESS,
      canonicalAddress: null,
      title: 'Talks',
      site: 'The Example',
      author: 'A. Writer, B. Writer',
      published: '2025-05-08T10:00:00Z',
      language: null,
    });
  });

  it('is taken from Open Graph, the canonical link and lang otherwise', () => {
    const page = pageOf(
      `<meta property="og:title" content="Talks"><meta property="og:site_name" content="The Example">
       <meta property="article:published_time" content="2025-05-08">
       <meta property="article:author" content="https://social.example/writer">
       <link rel="canonical" href="/a">`,
      'zh-Hant',
    );
    expect(page).toEqual({
      address: ADDRESS,
      canonicalAddress: 'https://news.example/a',
      title: 'Talks',
      site: 'The Example',
      author: null,
      published: '2025-05-08',
      language: 'zh-Hant',
    });
  });

  it('is taken from microdata where there is no other structured data', () => {
    const page = pageOf(
      `<title>Talks</title>
       <div itemscope itemtype="https://schema.org/ImageObject"><b itemprop="author">No One</b></div>
       <article itemscope itemtype="https://schema.org/NewsArticle">
         <h1 itemprop="headline">Talks in two capitals</h1>
         <time itemprop="datePublished" datetime="2025-05-08T10:00:00Z">yesterday</time>
         <p itemprop="author" itemscope itemtype="https://schema.org/Person">
           by <span itemprop="name">A. Writer</span></p>
         <p itemprop="author">B. Writer</p>
         <div itemprop="publisher" itemscope><meta itemprop="name" content="The Example"></div>
         <div itemprop="image" itemscope><b itemprop="author">Camera Man</b></div>
       </article>`,
    );
    expect(page).toMatchObject({
      site: 'The Example',
      author: 'A. Writer, B. Writer',
      published: '2025-05-08T10:00:00Z',
    });
  });

  it('leaves out what is broken', () => {
    const page = pageOf(
      '<script type="application/ld+json">{"@type": "Article", </script><link rel="canonical" href="javascript:alert(1)">',
    );
    expect(page).toMatchObject({ title: '', author: null, canonicalAddress: null });
  });
});

function pageOf(head: string, lang?: string) {
  const html = `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head>${head}</head><body></body></html>`;
  return describePage(new DOMParser().parseFromString(html, 'text/html'), ADDRESS);
}
