/** A run of characters as a PDF shows it; lengths in points, y upwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly height: number;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** Runs whose feet are this far apart, in heights, stand on different lines (an index figure stands a third higher). */
const LINE_SHIFT = 0.5;
/** A gap this wide, in heights, is a space: spaces are a quarter of the height, kerning is less than a tenth. */
const SPACE_GAP = 0.15;
/** Lines this much farther apart than is usual on the page belong to different paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** A letter size this much apart is a heading or a note. */
const SIZE_CHANGE = 1.15;

const isSame = (a: PdfRun, b: PdfRun): boolean =>
  Math.abs(a.y - b.y) <= LINE_SHIFT * Math.max(a.height, b.height, 1);

const isApart = (before: PdfRun, run: PdfRun): boolean => {
  const gap = run.x - (before.x + before.width);
  // A step back on the same foot is a column beside: the words of one must not run into the other's.
  return gap > SPACE_GAP * Math.max(run.height, 1) || gap < -0.5 * Math.max(before.width, 1);
};

const lineOf = (runs: readonly PdfRun[]): Line => {
  let text = '';
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    const wantsSpace =
      before !== undefined && isApart(before, run) && !/\s$/.test(text) && !/^\s/.test(run.text);
    text += wantsSpace ? ` ${run.text}` : run.text;
  });
  const height = Math.max(...runs.slice(0, 200).map((run) => run.height));
  return { text: text.replace(/[ \t]+/g, ' ').trim(), y: runs[0]?.y ?? 0, height };
};

const linesOf = (runs: readonly PdfRun[]): readonly Line[] => {
  const lines: Line[] = [];
  let open: PdfRun[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const run of runs) {
    if (run.text.trim() === '' && open.length === 0) continue;
    const last = open.at(-1);
    if (last !== undefined && !isSame(last, run)) close();
    if (run.text.trim() !== '' || open.length > 0) open.push(run);
  }
  close();
  return lines.filter((line) => line.text !== '');
};

/** The step within paragraphs: the smaller ones, since the larger ones are between paragraphs. */
const usualStep = (steps: readonly number[]): number =>
  steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) * 0.35)] ?? 0;

const parts = (before: Line, line: Line, usual: number): boolean => {
  const step = before.y - line.y;
  const sizes = Math.max(before.height, line.height) / Math.max(1, Math.min(before.height, line.height));
  // A step up is the next column, where a paragraph goes on unless a sentence ended.
  if (step < 0) return /[.!?…:;"”»)]$/.test(before.text);
  return step > usual * PARAGRAPH_GAP || sizes > SIZE_CHANGE;
};

/**
 * The text of one page of a PDF from its runs, in the order in which they stand in the file, which is the order of reading
 * in what word processors write. Lines are kept and hyphens left as they are; an empty line stands between paragraphs, told
 * by wider gaps and other sizes of letters.
 */
export const textOfPdfPage = (runs: readonly PdfRun[]): string => {
  const lines = linesOf(runs);
  const steps = lines.map((line, i) => (lines[i - 1]?.y ?? line.y) - line.y).filter((step) => step > 0);
  const usual = usualStep(steps);
  return lines
    .map((line, i) => {
      const before = lines[i - 1];
      if (before === undefined) return line.text;
      return `${parts(before, line, usual) ? '\n\n' : '\n'}${line.text}`;
    })
    .join('');
};
