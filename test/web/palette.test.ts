import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../web/src/styles/tokens.css', import.meta.url), 'utf8');

const LONG: (hex: string) => string = (hex) => (hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex);

/** The colours that a rule sets as `light-dark(light, dark)`. */
const readRule = (selector: string, side: 'light' | 'dark'): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const block of css.replace(/\/\*[\s\S]*?\*\//g, '').split('}')) {
    const [head = '', body = ''] = block.split('{');
    if (head.trim() !== selector) continue;
    for (const [, key = '', light = '', dark = ''] of body.matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\)/gi,
    ))
      found[key] = LONG(side === 'light' ? light : dark);
  }
  return found;
};

/** The plain colours of a theme: `light`, `dark`, `contrast light`, `contrast dark`. */
const themeOf = (name: string): Readonly<Record<string, string>> => {
  const side = name.endsWith('dark') ? 'dark' : 'light';
  const base = readRule(':root', side);
  return name.startsWith('contrast') ? { ...base, ...readRule(":root[data-theme='contrast']", side) } : base;
};

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Relative luminance of WCAG 2.2. */
const luminance = (rgb: readonly number[]): number => {
  const [r = 0, g = 0, b = 0] = rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [x, y] = [a, b].map((hex) => luminance(channels(hex).map(linear)) + 0.05);
  return Math.max(x ?? 0, y ?? 0) / Math.min(x ?? 1, y ?? 1);
};

type Matrix = readonly (readonly [number, number, number])[];

/** Full dichromacy, applied to linear RGB: Machado, Oliveira and Fernandes 2009, severity 1.0. */
const SIGHT: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab of a colour as somebody sees it (Ottosson 2020). */
const seen = (hex: string, sight: Matrix): readonly number[] => {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  const [x = 0, y = 0, z = 0] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
  );
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));

const SLOTS = ['slot-0', 'slot-1', 'slot-2', 'slot-3', 'slot-4', 'slot-5'] as const;

describe.each(['light', 'dark', 'contrast light', 'contrast dark'])('the colours of the theme %s', (name) => {
  const theme = themeOf(name);
  const colour = (key: string): string => theme[key] ?? '';

  test('are all there', () => {
    for (const key of ['paper', 'ink', 'accent', 'fail', ...SLOTS]) expect(colour(key)).toMatch(/^#/);
  });

  test('text and links stand out from the paper at least 4.5 to 1, marks of parties 3 to 1', () => {
    for (const key of ['ink', 'accent', 'fail'])
      expect(contrast(colour(key), colour('paper'))).toBeGreaterThanOrEqual(4.5);
    for (const slot of SLOTS) expect(contrast(colour(slot), colour('paper')), slot).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(SIGHT))('two parties can be told apart with %s', (sight) => {
    const matrix = SIGHT[sight] ?? [];
    for (const [i, a] of SLOTS.entries())
      for (const b of SLOTS.slice(i + 1))
        expect(distance(seen(colour(a), matrix), seen(colour(b), matrix)), `${a} ${b}`).toBeGreaterThan(0.05);
  });
});
