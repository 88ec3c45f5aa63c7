/** One line of JSONL input, checked. */
export interface InputLine {
  readonly id: string | number;
  readonly text: string | null;
  readonly html: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly clean: boolean;
}

/** What a line was read as: its fields, or what is wrong with it (with the id when that could be read). */
export type ParsedLine =
  | { readonly ok: true; readonly line: InputLine }
  | { readonly ok: false; readonly id: string | number | null; readonly message: string };

const OPTIONAL_TEXT = ['text', 'html', 'url', 'published', 'language'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string | number | null =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? value : null;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const wrong = (value: Readonly<Record<string, unknown>>): string | null => {
  if (idOf(value.id) === null) return 'it has no "id" (a string or a number)';
  for (const key of OPTIONAL_TEXT) {
    const field = value[key];
    if (field !== undefined && field !== null && typeof field !== 'string')
      return `its "${key}" is not a string`;
  }
  const clean = value.clean;
  if (clean !== undefined && clean !== null && typeof clean !== 'boolean')
    return 'its "clean" is neither true nor false';
  const text = textOf(value.text);
  const html = textOf(value.html);
  if (text === null && html === null) return 'it has neither "text" nor "html"';
  if (text !== null && html !== null) return 'it has both "text" and "html": give one';
  return null;
};

/** Reads one line of JSONL input. Keys that are not known are passed over; a wrong line says what is wrong with it. */
export const parseInputLine = (raw: string, number: number): ParsedLine => {
  const bad = (id: string | number | null, what: string): ParsedLine => ({
    ok: false,
    id,
    message: `line ${number} cannot be read: ${what}`,
  });
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return bad(null, 'it is not JSON');
  }
  if (!isRecord(value)) return bad(null, 'it is not a JSON object');
  const id = idOf(value.id);
  const what = wrong(value);
  if (what !== null || id === null) return bad(id, what ?? 'it has no "id"');
  return {
    ok: true,
    line: {
      id,
      text: textOf(value.text),
      html: textOf(value.html),
      url: textOf(value.url),
      published: textOf(value.published),
      language: textOf(value.language),
      clean: value.clean !== false,
    },
  };
};
