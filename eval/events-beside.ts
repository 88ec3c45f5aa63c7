/**
 * Prints every row of the reading half of `eval/corpora/events-dev2` beside what the coder told there, and what it told where
 * no row is. The other half is only measured: nothing of it is printed.
 *
 * Usage: npx tsx eval/events-beside.ts [en|ru|ja|id of an article] [missed]   (`missed`: only what is not right)
 */
import { loadKnowledge } from '../src/app/knowledge.ts';
import type { EventMention } from '../src/model/annotation.ts';
import { overlaps, type Span } from '../src/model/span.ts';
import {
  type EventsDev2Article,
  eventsDev2Articles,
  eventsDev2PackPath,
  eventsDev2Rows,
} from './lib/events-dev2.ts';
import { type GoldEventRow, goldEvents, headlineEnd } from './lib/events-gold.ts';
import { annotationsOf } from './lib/statements-told.ts';

/** Characters shown on either side of an anchor. */
const AROUND = 50;

const show = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - AROUND), start)}[${text.slice(start, end)}]${text.slice(end, end + AROUND)}`.replaceAll(
    '\n',
    '/',
  );

const toldWords = ({ type, realis, rule, time, participants }: EventMention): string =>
  `${type} ${realis} ${time?.edtf ?? '-'} ${participants.map(({ role, id }) => `${role}=${id}`).join(' ')} (${rule})`;

const goldWords = (row: GoldEventRow): string => {
  const who = `${row.actors.join(', ')} > ${row.targets.join(', ')}`;
  const more = [row.mediators, row.maybe].map((ids, at) =>
    ids.length === 0 ? '' : `${[' by ', ' maybe '][at]}${ids.join(', ')}`,
  );
  return `${[row.type, ...row.typeAlt].join('/')} ${row.realis} ${row.edtf ?? '-'} ${who}${more.join('')}`;
};

const isAt = ({ trigger }: EventMention, { anchor }: GoldEventRow): boolean => overlaps(trigger, anchor);

const linesOf = (
  { text }: EventsDev2Article,
  rows: readonly GoldEventRow[],
  told: readonly EventMention[],
  onlyMissed: boolean,
): readonly string[] => [
  ...rows.flatMap((row) => {
    const there = told.filter((event) => isAt(event, row));
    const right = there.some(({ type }) => [row.type, ...row.typeAlt].includes(type));
    if (onlyMissed && (right || row.doubtful)) return [];
    return [
      `${row.doubtful ? '?' : right ? '+' : '-'} ${show(text, row.anchor)}`,
      `    gold ${goldWords(row)}`,
      ...there.map((event) => `    told ${toldWords(event)}`),
    ];
  }),
  ...told
    .filter(({ trigger }) => trigger.start >= headlineEnd(text))
    .filter((event) => !rows.some((row) => isAt(event, row)))
    .flatMap((event) => [`x ${show(text, event.trigger)}`, `    told ${toldWords(event)}`]),
];

const [only, missed] = process.argv.slice(2);
const knowledge = await loadKnowledge({ pack: eventsDev2PackPath() });
const articles = eventsDev2Articles();
const gold = goldEvents(eventsDev2Rows(), articles);
for (const article of articles) {
  const { id, language, part } = article;
  if (part !== 'read' || (only !== undefined && only !== language && only !== id)) continue;
  console.log(`===== ${id}, published ${article.published}`);
  const { events } = annotationsOf(article, knowledge);
  for (const line of linesOf(article, gold.get(id) ?? [], events, missed === 'missed')) console.log(line);
}
