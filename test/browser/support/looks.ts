import type { Page } from 'playwright-core';

/** Red, green, blue (0 to 255, in sRGB) and opacity (0 to 1). */
type Rgba = readonly [number, number, number, number];

/** A text on the screen, as it is painted. */
export interface PaintedText {
  readonly text: string;
  /** CSS pixels, as drawn: what a drawing is scaled by counts. */
  readonly size: number;
  readonly isBold: boolean;
  readonly ink: Rgba;
  /** What lies behind it, the uppermost first, down to one that hides the rest. Null when that is no plain colour. */
  readonly grounds: readonly Rgba[] | null;
  /** Share of its width that its box cuts off without an ellipsis. */
  readonly cut: number;
}

/** Every text that is on the screen, or could be scrolled to. What is disabled, and what is for readers only, is left out. */
export const textsOf = (page: Page): Promise<readonly PaintedText[]> =>
  page.evaluate(() => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('there is no canvas');
    const known = new Map<string, [number, number, number, number]>();
    const rgba = (colour: string): [number, number, number, number] => {
      const seen = known.get(colour);
      if (seen !== undefined) return seen;
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
      const made: [number, number, number, number] = [r, g, b, a / 255];
      known.set(colour, made);
      return made;
    };
    const upwards = (element: Element | null): Element[] => {
      const found: Element[] = [];
      for (let each = element; each !== null; each = each.parentElement) found.push(each);
      return found;
    };
    const groundsOf = (above: readonly Element[]): [number, number, number, number][] | null => {
      const grounds: [number, number, number, number][] = [];
      for (const element of above) {
        const { backgroundColor, backgroundImage } = getComputedStyle(element);
        if (backgroundImage !== 'none') return null;
        const ground = rgba(backgroundColor);
        if (ground[3] > 0) grounds.push(ground);
        if (ground[3] === 1) return grounds;
      }
      return [...grounds, [255, 255, 255, 1]];
    };
    const overflows = (element: Element, kinds: readonly string[]): boolean =>
      kinds.includes(getComputedStyle(element).overflowX);
    const outOf = (box: DOMRect, element: Element): number => {
      const edge = element.getBoundingClientRect();
      return Math.max(0, box.right - edge.right, edge.left - box.left);
    };
    const cutOf = (box: DOMRect, above: readonly Element[]): number => {
      const scroller = above.findIndex((element) => overflows(element, ['auto', 'scroll']));
      const cutter = (scroller < 0 ? above : above.slice(0, scroller)).find(
        (element) => overflows(element, ['hidden', 'clip']) && outOf(box, element) > 1,
      );
      if (cutter === undefined || getComputedStyle(cutter).textOverflow === 'ellipsis') return 0;
      return outOf(box, cutter) / box.width;
    };
    const scaleOf = (element: Element): number => {
      if (!(element instanceof SVGGraphicsElement)) return 1;
      const matrix = element.getScreenCTM();
      return matrix === null ? 1 : Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    };
    const isLeftOut = (element: Element): boolean =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('option, :disabled, [aria-disabled="true"], noscript') !== null ||
      upwards(element).some((each) => getComputedStyle(each).clipPath === 'inset(50%)');
    const boxOf = (node: Node): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const painted = (node: Node, element: Element) => {
      const box = boxOf(node);
      if (box.width <= 1 || box.height <= 1) return [];
      const style = getComputedStyle(element);
      const above = upwards(element);
      const [r, g, b, a] = rgba(element instanceof SVGElement ? style.fill : style.color);
      const opacity = above.reduce((share, each) => share * Number(getComputedStyle(each).opacity), 1);
      return [
        {
          text: (node.textContent ?? '').trim().slice(0, 60),
          size: Number.parseFloat(style.fontSize) * scaleOf(element),
          isBold: Number(style.fontWeight) >= 700,
          ink: [r, g, b, a * opacity] as [number, number, number, number],
          grounds: groundsOf(above),
          cut: cutOf(box, above),
        },
      ];
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes
      .filter(({ textContent }) => (textContent ?? '').trim() !== '')
      .flatMap((node) => {
        const element = node.parentElement;
        return element === null || isLeftOut(element) ? [] : painted(node, element);
      });
  });

/** The tokens of the styles as the browser resolves them, `--paper` by `paper`. */
export const tokensOf = (page: Page, names: readonly string[]): Promise<Readonly<Record<string, Rgba>>> =>
  page.evaluate((wanted) => {
    const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('there is no canvas');
    const probe = document.createElement('span');
    document.body.append(probe);
    const found: Record<string, [number, number, number, number]> = {};
    for (const name of wanted) {
      probe.style.color = `var(--${name}, transparent)`;
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = getComputedStyle(probe).color;
      brush.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
      found[name] = [r, g, b, a / 255];
    }
    probe.remove();
    return found;
  }, names);

/** A colour laid over another that hides what is below. */
const over = ([r, g, b, a]: Rgba, [x, y, z]: Rgba): Rgba => [
  r * a + x * (1 - a),
  g * a + y * (1 - a),
  b * a + z * (1 - a),
  1,
];

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const luminance = ([r, g, b]: Rgba): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** The contrast of WCAG 2.2 between a colour and what lies behind it, 1 to 21. `ground` hides what is below. */
export const contrast = (ink: Rgba, ground: Rgba): number => {
  const [x, y] = [luminance(over(ink, ground)) + 0.05, luminance(ground) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
};

/** The contrast of a text with what lies behind it; null when that is no plain colour. */
export const contrastOf = ({ ink, grounds }: PaintedText): number | null => {
  if (grounds === null) return null;
  const ground = grounds.reduceRight((below, above) => over(above, below), [255, 255, 255, 1] as Rgba);
  return contrast(ink, ground);
};

/** What WCAG 2.2 asks of a text of this size. */
export const contrastAsked = ({ size, isBold }: PaintedText): number =>
  size >= 24 || (isBold && size >= 18.66) ? 3 : 4.5;

/** The longest movement, in milliseconds: transitions and animations of all elements, their shadows `::before` and `::after`. */
export const longestMove = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const seconds = (list: string): number =>
      Math.max(...list.split(',').map((each) => Number.parseFloat(each)));
    let longest = 0;
    for (const element of document.querySelectorAll('*'))
      for (const part of [null, '::before', '::after']) {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, part);
        longest = Math.max(
          longest,
          seconds(transitionDuration),
          animationName === 'none' ? 0 : seconds(animationDuration),
        );
      }
    return longest * 1000;
  });
