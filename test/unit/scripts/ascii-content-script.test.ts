import { describe, expect, it } from 'vitest';
import { escapedBeyondAscii } from '../../../scripts/build/ascii-content-script.ts';

describe('the content script in ASCII', () => {
  it('means what it meant, in texts, templates and patterns', () => {
    const code = "[/^[。！？†]+$/u.test('。†'), '«…»'.length, `北京 𝒳`, /^𝒳$/u.test('𝒳')]";
    const escaped = escapedBeyondAscii(code);
    expect(escaped).toMatch(/^[\0-\x7f]*$/u);
    const run = (source: string): unknown => new Function(`return ${source}`)();
    expect(run(escaped)).toEqual(run(code));
    expect(run(escaped)).toEqual([true, 3, '北京 𝒳', true]);
  });

  it('leaves code of plain letters as it is', () => {
    expect(escapedBeyondAscii('const a = "b\\u00e9";')).toBe('const a = "b\\u00e9";');
  });
});
