/**
 * A line of input that every layer looks at: a worker thread reads it before its first page, so that grammars, names and weights
 * are made ready before the time of a page is counted. Its states are invented.
 */
export const FIRST_LINE =
  '{"id":0,"text":"Talks go on\\n\\nPORT LISS, May 3, 2019 - The minister of Orland said on Thursday that talks with Marland would go on. “We met in March,” she added."}';
