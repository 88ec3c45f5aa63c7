import { Tokenizer } from 'htmlparser2';
import { BLOCKS, SILENT } from './limits.ts';
import type { BuiltLine } from './text-builder.ts';
import { textBuilder } from './text-builder.ts';

/** The text of a page with its tags taken out, and where each line of it stood. */
export interface Stripped {
  readonly text: string;
  readonly lines: readonly BuiltLine[];
}

const CHUNK = 65_536;

/**
 * Takes the tags out of HTML without building a tree: what no nesting can slow down. Lines end at block elements; scripts,
 * styles and the like are passed over up to their closing tag. Linear. Never throws.
 */
export const stripTags = (html: string): Stripped => {
  const builder = textBuilder();
  const lines: BuiltLine[] = [];
  let silent: string | null = null;
  let position = 0;
  // Text that goes on where it stopped is added at once: five million lone brackets are one run.
  let run = { start: 0, end: 0 };
  const flush = (): void => {
    if (run.start < run.end) builder.add(html.slice(run.start, run.end), run.start, run.end);
    run = { start: 0, end: 0 };
  };
  const tag = (start: number, end: number, opens: boolean): void => {
    flush();
    const name = html.slice(start, end).toLowerCase();
    if (silent === null && opens && SILENT.has(name) && name !== 'head') silent = name;
    else if (silent === name && !opens) silent = null;
    const line = BLOCKS.has(name) ? builder.endLine() : null;
    if (line !== null) lines.push(line);
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        if (silent === null && start === run.end && run.start < run.end) run.end = end;
        else if (silent === null) {
          flush();
          run = { start, end };
        }
        position = end;
      },
      ontextentity: (codepoint, end) => {
        flush();
        if (silent === null)
          builder.add(safeCharacter(codepoint), Math.max(position, html.lastIndexOf('&', end - 1)), end);
        position = end;
      },
      onopentagname: (start, end) => tag(start, end, true),
      onclosetag: (start, end) => tag(start, end, false),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  for (let at = 0; at < html.length; at += CHUNK) tokenizer.write(html.slice(at, at + CHUNK));
  tokenizer.end();
  flush();
  const last = builder.endLine();
  if (last !== null) lines.push(last);
  return { text: builder.text(), lines };
};

const safeCharacter = (codepoint: number): string =>
  codepoint > 0x10ffff || (codepoint >= 0xd800 && codepoint <= 0xdfff)
    ? '\uFFFD'
    : String.fromCodePoint(codepoint);
