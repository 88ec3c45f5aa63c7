import { Parser } from 'htmlparser2';
import { LIMITS } from './limits.ts';

const CHUNK = 16_384;

/**
 * Why a page must not be given to a tree-building reader, or null. A scan in one pass with early stop, linear in what it
 * reads: depth over 256, over 30,000 elements, over 10 million characters, over 64 attributes on one
 * element, over 500,000 runs of text.
 */
export const isPoison = (html: string): { readonly reason: string } | null => {
  if (html.length > LIMITS.characters) return { reason: `more than ${LIMITS.characters} characters` };
  let reason: string | null = null;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let runs = 0;
  const parser = new Parser({
    onopentagname: () => {
      attributes = 0;
      elements++;
      depth++;
      if (depth > LIMITS.depth) reason ??= `elements nested deeper than ${LIMITS.depth}`;
      if (elements > LIMITS.elements) reason ??= `more than ${LIMITS.elements} elements`;
    },
    onattribute: () => {
      attributes++;
      if (attributes > LIMITS.attributes)
        reason ??= `an element with more than ${LIMITS.attributes} attributes`;
    },
    onclosetag: () => {
      depth--;
    },
    ontext: () => {
      runs++;
      if (runs > LIMITS.runs) reason ??= `more than ${LIMITS.runs} runs of text`;
    },
  });
  for (let at = 0; at < html.length && reason === null; at += CHUNK) parser.write(html.slice(at, at + CHUNK));
  return reason === null ? null : { reason };
};
