/** Relative luminance of sRGB channels from 0 to 1, as WCAG 2.2 defines it. */
export function luminanceOf(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it. */
export function contrastOf(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminanceOfHex).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOfHex(hex: string): number {
  return luminanceOf([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255));
}
