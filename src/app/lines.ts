/** One line of a byte stream: its text, or why it has none. */
export type ByteLine =
  | { readonly ok: true; readonly text: string; readonly number: number }
  | {
      readonly ok: false;
      readonly code: 'too-large' | 'bad-line';
      readonly message: string;
      readonly number: number;
    };

/** The longest line that is read, in bytes: a page of the largest size with every character escaped still fits. */
const LONGEST_LINE = 400 * 1024 * 1024;
const LINE_FEED = 0x0a;

const BOM = String.fromCharCode(0xfeff);

const decodeLine = (bytes: Uint8Array, number: number): ByteLine | null => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const message = `line ${number} cannot be read: it is not UTF-8`;
    return { ok: false, code: 'bad-line', message, number };
  }
  const body = number === 1 && text.startsWith(BOM) ? text.slice(1) : text;
  return body.trim() === '' ? null : { ok: true, text: body, number };
};

interface LineBuffer {
  parts: Uint8Array[];
  bytes: number;
  number: number;
}

const takeLine = (buffer: LineBuffer, longest: number): ByteLine | null => {
  const { parts, bytes } = buffer;
  const number = ++buffer.number;
  buffer.parts = [];
  buffer.bytes = 0;
  if (bytes <= longest)
    return decodeLine(parts.length === 1 ? (parts[0] ?? Buffer.of()) : Buffer.concat(parts), number);
  return {
    ok: false,
    code: 'too-large',
    message: `line ${number} has ${bytes} bytes, more than the ${longest} read of one line`,
    number,
  };
};

const addPart = (buffer: LineBuffer, part: Uint8Array, longest: number): void => {
  buffer.bytes += part.length;
  if (buffer.bytes <= longest) buffer.parts.push(part);
  else buffer.parts = [];
};

/**
 * The lines of a byte stream, ended by a line feed (a carriage return before it is white space to JSON); lines of white
 * space are passed over but counted. Unlike the line reader of Node it does not end a line at U+2028, which may stand in
 * JSON strings. A line that is too long or no UTF-8 is told of, and costs no memory.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<ByteLine> {
  const buffer: LineBuffer = { parts: [], bytes: 0, number: 0 };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      addPart(buffer, chunk.subarray(from, at), longest);
      const line = takeLine(buffer, longest);
      if (line !== null) yield line;
      from = at + 1;
    }
    if (from < chunk.length) addPart(buffer, chunk.subarray(from), longest);
  }
  if (buffer.bytes > 0) {
    const line = takeLine(buffer, longest);
    if (line !== null) yield line;
  }
}
