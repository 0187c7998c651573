import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../utils/settings/parse.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/settings.ts';

describe('stored settings', () => {
  it('have their defaults where nothing is stored', () => {
    expect(parseSettings({})).toEqual({ settings: DEFAULT_SETTINGS, faults: [] });
  });

  it('are read back as they were chosen', () => {
    const chosen = {
      everywhere: false,
      sitesOff: ['a.example', 'b.example'],
      kinds: { clause: true, claim: false, framing: true },
      sensitivity: 'broad',
      marks: 'off-until-asked',
      occurrences: 'all',
      colours: { light: { clause: '#004400' }, dark: { claim: '#ffdd00', framing: '#ffffff' } },
      theme: 'dark',
      interfaceLanguage: 'zh-TW',
      translationLanguage: 'ru',
      selectionButton: true,
      mutedItems: [
        { item: 'x', site: null },
        { item: 'y', site: 'a.example' },
      ],
    } as const;
    expect(parseSettings(chosen)).toEqual({ settings: chosen, faults: [] });
  });

  it.each([
    ['everywhere', 'yes'],
    ['sitesOff', ['a.example', 7]],
    ['sitesOff', ['x'.repeat(300)]],
    ['kinds', { clause: true, claim: true }],
    ['kinds', [true, true, true]],
    ['sensitivity', 'loud'],
    ['marks', null],
    ['occurrences', 1],
    ['theme', {}],
    ['interfaceLanguage', 'xx'],
    ['translationLanguage', 'fr'],
    ['colours', { light: {} }],
    ['colours', { light: { clause: 'red' }, dark: {} }],
    ['colours', { light: { clause: '#ff0000;--x:1' }, dark: {} }],
    ['colours', { light: { saved: '#ff0000' }, dark: {} }],
    ['mutedItems', [{ item: '', site: null }]],
    ['mutedItems', [{ item: 'x' }]],
  ])('fall back in the field %s alone where it holds %j', (field, broken) => {
    const { settings, faults } = parseSettings({
      theme: 'dark',
      everywhere: false,
      [field]: broken,
    });
    const others = { ...DEFAULT_SETTINGS, theme: 'dark', everywhere: false };
    expect(settings).toEqual({
      ...others,
      [field]: DEFAULT_SETTINGS[field as keyof typeof DEFAULT_SETTINGS],
    });
    expect(faults).toEqual([{ field }]);
  });
});
