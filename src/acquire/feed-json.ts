/** A JSON Feed taken apart: its items are raw values, and the rest stands in `frame`. */
export interface SplitJson {
  readonly frame: Readonly<Record<string, unknown>>;
  readonly items: readonly unknown[];
  readonly isCut: boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const STEP = /["{}[\]]/g;
const STRING_END = /(?:[^"\\]|\\.){0,4096}/sy;

/** The place behind the string that opens at `at`, or the end of the text. */
const afterString = (text: string, at: number): number => {
  let next = at + 1;
  while (next < text.length && text[next] !== '"') {
    STRING_END.lastIndex = next;
    const run = STRING_END.exec(text)?.[0].length ?? 0;
    // A lone backslash at the very end.
    if (run === 0) return text.length;
    next += run;
  }
  return next + 1;
};

/** The places behind each whole object of the array `items`, which stands one level deep. */
const itemEnds = (text: string, from: number): readonly number[] => {
  const ends: number[] = [];
  let depth = 0;
  STEP.lastIndex = from;
  for (let match = STEP.exec(text); match !== null; match = STEP.exec(text)) {
    const mark = match[0];
    if (mark === '"') STEP.lastIndex = afterString(text, match.index);
    else if (mark === '{' || mark === '[') depth++;
    else depth--;
    if (mark === '}' && depth === 1) ends.push(STEP.lastIndex);
    if (depth === 0 && mark !== '"') break;
  }
  return ends;
};

/** Reads what is whole of a feed that breaks off: everything up to the last whole item, closed. */
const recovered = (text: string): SplitJson | null => {
  const start = /"items"\s*:\s*\[/.exec(text);
  if (start === null) return null;
  const from = start.index + start[0].length - 1;
  const ends = itemEnds(text, from);
  for (const end of [ends.at(-1) ?? from + 1, from + 1]) {
    const value = parsed(`${text.slice(0, end)}]}`);
    if (isObject(value)) return { ...framed(value), isCut: true };
  }
  return null;
};

const framed = (value: Readonly<Record<string, unknown>>): Omit<SplitJson, 'isCut'> => {
  const { items, ...frame } = value;
  return { frame, items: Array.isArray(items) ? items : [] };
};

/** Whether a text opens like a JSON Feed: an object that names the version of the format near its beginning. */
export const looksLikeJsonFeed = (head: string): boolean =>
  /^\s*\{/.test(head) && /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org\\?\//.test(head);

/** Takes a JSON Feed apart; null when the text is none. Of one that breaks off, the whole items come out. */
export const splitJsonFeed = (text: string): SplitJson | null => {
  const value = parsed(text.replace(/^\uFEFF/, ''));
  return isObject(value) ? { ...framed(value), isCut: false } : recovered(text);
};
