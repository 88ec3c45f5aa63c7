import type { TimeExpression, TimeHow } from '../model/annotation.ts';
import type { Article } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import { cover } from '../model/span.ts';
import { anchorWords } from '../view/desk/time-words.ts';
import type { Io } from './io.ts';
import { clip, printable, table } from './text.ts';

/** What the table says instead of the name of a way of telling; the others are told by what was counted from. */
const HOW_WORDS: Readonly<Partial<Record<TimeHow, string>>> = {
  guessed: 'a guess',
  unresolved: 'not resolved',
  untied: 'tied to no day',
};

const HUNDRED = 100;
const WORDS_MOST = 32;

/** How an expression was told, from what, and what else it can mean. */
const howText = (time: TimeExpression, article: Article): string => {
  const own = HOW_WORDS[time.how];
  const isTied = time.how !== 'untied' && time.how !== 'unresolved';
  const others = time.readings
    .slice(1)
    .map(({ edtf, value, weight }) => `or ${edtf ?? value} (${Math.round(weight * HUNDRED)} %)`);
  return [
    ...(own === undefined ? [] : [own]),
    ...(isTied ? [anchorWords(time, article)] : []),
    ...(time.range === null ? [] : [`one end of ${time.range.edtf}`]),
    ...others,
  ].join('; ');
};

const cellsOf = (time: TimeExpression, article: Article): readonly string[] => [
  clip(printable(cover(article.text, time.span)).replaceAll(/\s+/g, ' '), WORDS_MOST),
  time.type,
  time.mod === null ? time.value : `${time.value} ${time.mod}`,
  time.edtf ?? '',
  time.granularity ?? '',
  printable(howText(time, article)),
];

const HEAD = ['words', 'type', 'value', 'EDTF', 'unit', 'how it was told'] as const;
const COLUMNS = [{ most: WORDS_MOST }, {}, { most: 18 }, { most: 21 }, {}, { fill: true }] as const;

const publishedLine = (article: Article): string => {
  const reading = publishedOf(article);
  return reading === null
    ? 'published: not known; what is counted from that day is left open'
    : `published: ${reading.value.edtf} (${reading.rule})`;
};

/** The expressions of time of a page as a table, one to a line, below what they are counted from. */
export const renderTimes = (io: Io, article: Article, times: readonly TimeExpression[]): string => {
  const lead = `${io.colors.dim(printable(publishedLine(article)))}\n`;
  if (times.length === 0) return `${lead}no expression of time\n`;
  const rows = times.map((time) => cellsOf(time, article));
  const [first = '', ...rest] = table([HEAD, ...rows], COLUMNS, io.width).split('\n');
  return `${lead}${[io.colors.dim(first), ...rest].join('\n')}\n`;
};
