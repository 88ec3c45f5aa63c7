import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as rows of red, green, blue, one byte each. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

const chunksOf = (png: Buffer): readonly Chunk[] => {
  const found: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return found;
};

/** What the filter of a row takes a byte for, by the bytes to its left, above, and left above (PNG, section 9). */
const predicted = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
};

/** Takes the filters of the rows back; `step` is the bytes of one point. */
const unfiltered = (bytes: Uint8Array, rowLength: number, height: number, step: number): Uint8Array => {
  const plain = new Uint8Array(rowLength * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (plain[y * rowLength + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const start = y * (rowLength + 1);
    const filter = bytes[start] ?? 0;
    for (let x = 0; x < rowLength; x++)
      plain[y * rowLength + x] =
        (bytes[start + x + 1] ?? 0) + predicted(filter, at(x - step, y), at(x, y - 1), at(x - step, y - 1));
  }
  return plain;
};

/** Bytes of one point by the kind of colours: without opacity, and with it. */
const STEPS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Reads a PNG as browsers write them: 8 bits a channel, with or without opacity, not interlaced. @throws Error */
export const decodePng = (png: Buffer): Picture => {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (head === undefined || !png.subarray(0, 8).equals(SIGNATURE)) throw new Error('this is no PNG');
  const [width, height, step] = [head.readUInt32BE(0), head.readUInt32BE(4), STEPS[head[9] ?? 0]];
  if (head[8] !== 8 || step === undefined || head[12] !== 0) throw new Error('a PNG of another kind');
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const plain = unfiltered(inflateSync(Buffer.concat(packed)), width * step, height, step);
  if (step === 3) return { width, height, rgb: plain };
  return { width, height, rgb: plain.filter((_, i) => i % step < 3) };
};

/** How many points have each colour, as 0xRRGGBB, the commonest first. */
export const coloursOf = ({ rgb }: Picture): readonly (readonly [colour: number, points: number])[] => {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = ((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b);
};

/** Squared distance of two colours. */
const distance = (a: number, b: number): number =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

const nearest = (palette: readonly number[], colour: number): number => {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (distance(palette[i] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = i;
  return best;
};

/** How far apart the first half of a palette's colours lie at least, so that small marks of a colour of their own keep it. */
const APART = 14 ** 2;

/** At most 256 colours: for one half the commonest that are not alike, for the other the commonest of the rest. */
const paletteOf = (colours: readonly number[]): readonly number[] => {
  const palette: number[] = [];
  for (const colour of colours)
    if (palette.length < 128 && palette.every((other) => distance(other, colour) >= APART))
      palette.push(colour);
  for (const colour of colours) if (palette.length < 256 && !palette.includes(colour)) palette.push(colour);
  return palette;
};

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** Writes a picture as a PNG of at most 256 colours, each point in the nearest of them: a third of the size. */
export const encodePalettePng = (picture: Picture): Buffer => {
  const { width, height, rgb } = picture;
  const colours = coloursOf(picture).map(([colour]) => colour);
  const palette = paletteOf(colours);
  const indexOf = new Map(colours.map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const colour = ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
      rows[y * (width + 1) + x + 1] = indexOf.get(colour) ?? 0;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const entries = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
