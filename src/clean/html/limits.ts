/**
 * Beyond these a page is poison: Readability takes seconds for 5 kB of 1,000 open divs, and any tree for half a million
 * of anything. Of 1,181 measured real pages none came near (deepest 71, most elements 14,000).
 */
export const LIMITS = {
  depth: 256,
  elements: 30_000,
  characters: 10_000_000,
  attributes: 64,
  /** Text events: runs between tags, and each character reference. */
  runs: 500_000,
} as const;

/** Elements whose content is no text of the page. */
export const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'select',
  'textarea',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'map',
  'head',
  'title',
]);

/** Elements before and behind which a line ends. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
