import type { RuleId } from '../../model/brand.ts';

/** Why a stretch of a page counts as what it is, by rule without its version. */
const SEGMENT_WORDS: Readonly<Record<string, string>> = {
  'clean/any/unread': 'the page could not be read, so all of it is kept as it came',
  'clean/html/announced-list': 'titles below a line that announces them',
  'clean/html/between': 'a paragraph left out between two like it that read as the article',
  'clean/html/bracket-credit': 'ends with who made the picture',
  'clean/html/class': 'the page’s own mark-up names the block',
  'clean/html/contact': 'an address of mail or of a network, nothing else',
  'clean/html/counter': 'how often it was shared or seen, or how long it takes to read',
  'clean/html/deck': 'sums the story up below the headline',
  'clean/html/element': 'the kind of the element around it',
  'clean/html/headline': 'the heading that is the page’s title',
  'clean/html/hidden': 'hidden from readers of the page',
  'clean/html/last-heading': 'a heading behind the last paragraph',
  'clean/html/left-out': 'outside what reads as the article',
  'clean/html/left-out-links': 'links only, outside what reads as the article',
  'clean/html/links': 'a short block of links only',
  'clean/html/pull-quote': 'words of the article shown a second time',
  'clean/html/readable': 'part of what reads as the article',
  'clean/html/shortcode': 'a code of the editing system',
  'clean/html/subhead': 'a heading inside the article',
  'clean/html/table': 'a table of data, not prose',
  'clean/html/wrapper': 'a wrapper around it names what it is',
  'clean/marks/bare-dateline': 'a place before a colon or dash at the opening of the story',
  'clean/marks/bracketed-dateline': 'place and agency in brackets at the opening of the story',
  'clean/marks/closing-credit': 'the credit that closes the story',
  'clean/marks/dashed-dateline': 'place, day and agency at the opening of the story',
  'clean/marks/signed-dateline': 'place, day and agency at the opening of the story',
  'clean/marks/slashed-dateline': 'place, day and agency at the opening of the story',
  'clean/text/after-credit': 'behind the credit that closes the story',
  'clean/text/agency-line': 'a line of agency names only',
  'clean/text/as-is': 'given as text of the article, nothing else',
  'clean/text/bar-menu': 'short parts between bars, as menus have them',
  'clean/text/body-run': 'a paragraph of the running text',
  'clean/text/bracketed-credit': 'a credit in brackets',
  'clean/text/byline': 'names behind a word for the author',
  'clean/text/caption-sign': 'tells where somebody stands in a picture',
  'clean/text/closed-caption': 'tells of a picture, and says so behind',
  'clean/text/date-line': 'a line that is a date',
  'clean/text/dated-byline': 'a date and an author between bars',
  'clean/text/dateline-kept': 'opens with a place, a day or an agency',
  'clean/text/dateline-line': 'a dateline on a line of its own',
  'clean/text/glued-clock': 'the page’s running clock: an hour glued to a date',
  'clean/text/header-clock': 'the page’s running clock: date and hour among the menu',
  'clean/text/headline': 'a title-like line before the text that shares its words',
  'clean/text/line-model': 'reads like running text, by its shape and its neighbours',
  'clean/text/masthead': 'the agency’s own name above the headline',
  'clean/text/menu-line': 'a short line outside the text',
  'clean/text/name-line': 'names below the headline',
  'clean/text/opening-marker': 'opens with words such as “Read also”: below a related-stories heading',
  'clean/text/phrase-marker': 'holds a phrase of notices, such as “All rights reserved”',
  'clean/text/picture-credit': 'says who made a picture',
  'clean/text/plug': 'asks the reader to follow the outlet',
  'clean/text/relative-clock': 'how long ago, counted from the capture',
  'clean/text/repeated-line': 'the same line twice in a row',
  'clean/text/rest': 'nothing tells that it belongs to the text',
  'clean/text/separator': 'a line of marks only',
  'clean/text/signed-caption': 'tells of a picture and ends with its agency',
  'clean/text/signed-credit': 'names of agencies and of people only',
  'clean/text/subhead': 'a short line between paragraphs of the text',
  'clean/text/tail-phrase': 'a notice or plug behind the text',
  'clean/text/title-list': 'a list of titles of other stories',
  'clean/text/whole-marker': 'a line that is only a word of the page’s furniture',
};

/** What a reading of the day of publication looks at, by rule without its version. */
const READING_WORDS: Readonly<Record<string, string>> = {
  'clean/published/archive-url': 'the hour of capture in the web archive’s address',
  'clean/published/bounded': 'no day is told; bounded by what the text tells and when it was captured',
  'clean/published/byline': 'printed in the byline',
  'clean/published/clock-class': 'a clock of the page, by its mark-up',
  'clean/published/crawl-clock': 'the clock printed on the page',
  'clean/published/date-line': 'printed on a line of its own near the headline',
  'clean/published/dated-class': 'marked up as the article’s date',
  'clean/published/dateline': 'printed in the dateline',
  'clean/published/dateline-bounded': 'the dateline’s day, in the only year that the text leaves open',
  'clean/published/feed': 'the feed says so',
  'clean/published/given': 'given by whoever imported the page',
  'clean/published/guess-beside': 'a guess: a date beside the story',
  'clean/published/guess-image': 'a guess: the day in the address of the page’s picture',
  'clean/published/guess-line': 'a guess: a short line somewhere on the page',
  'clean/published/guess-prose': 'a guess: the first date of the running text',
  'clean/published/guess-updated': 'a guess: the day of a change, as no other is told',
  'clean/published/json-ld': 'JSON-LD datePublished',
  'clean/published/meta': 'the page’s metadata',
  'clean/published/near-headline': 'printed in a short line around the headline',
  'clean/published/says-so': 'a line that says when it was published',
  'clean/published/script': 'data in a script of the page',
  'clean/published/time-element': 'a date element of the page',
  'clean/published/url': 'the page’s URL',
};

/** Why a reading of the day of publication was passed over, by the reason that the cleaner gives. */
const REJECTION_WORDS: Readonly<Record<string, string>> = {
  'crawl-clock': 'the page’s own clock at the time of capture, not a day of publication',
  updated: 'the day of an update, not of publication',
  impossible: 'no such day in the calendar',
  future: 'later than the capture of the page',
  'same-day': 'the same day, read a second time',
  outranked: 'another reading is trusted more',
  'before-the-web': 'pages are no older than the web',
  guess: 'a guess, and something surer is known',
  'out-of-bounds': 'a guess that what the text tells rules out',
  unsure: 'not sure enough for a strict dating',
};

/** The value under `key` among a table's own keys, so that no key of a hostile record reaches what every object has. */
export const ownValue = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const wordsOfRule = (table: Readonly<Record<string, string>>, rule: string): string =>
  ownValue(table, rule.replace(/@\d+$/, '')) ?? rule;

/** Why a stretch of a page has its label, in words; the rule's id when it has none. */
export const segmentWords = (rule: RuleId): string => wordsOfRule(SEGMENT_WORDS, rule);

/** What a reading of the day of publication looks at, in words; the rule's id when it has none. */
export const readingWords = (rule: RuleId | string): string => wordsOfRule(READING_WORDS, rule);

/** Why a reading was passed over, in words; the reason itself when it has none. */
export const rejectionWords = (reason: string): string => ownValue(REJECTION_WORDS, reason) ?? reason;
