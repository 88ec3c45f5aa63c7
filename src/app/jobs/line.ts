import { articleOf } from '../../model/brand.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { DateRange, Reading } from '../../model/page.ts';
import { publishedOf } from '../../model/page.ts';
import type { JobLine } from '../../view/desk/types.ts';
import { formatEdtf } from '../../view/index.ts';
import type { PageOutcome } from '../add.ts';

/** The reasons for passing a date over that are worth a word; others only say that a better reading was found. */
const CAUGHT: ReadonlyMap<string, string> = new Map([
  ['crawl-clock', 'crawl clock'],
  ['updated', 'day of an update'],
  ['future', 'later than the capture'],
  ['impossible', 'no such day'],
]);
const RAW_WIDTH = 60;

const caughtText = ({ raw, value, rejected }: Reading<DateRange>): string => {
  const text = (raw ?? formatEdtf(value.edtf)).replace(/\s+/g, ' ').trim();
  const shown = text.length > RAW_WIDTH ? `${text.slice(0, RAW_WIDTH - 1).trimEnd()}…` : text;
  return `page prints “${shown}”: ${CAUGHT.get(rejected ?? '')}`;
};

const NOTHING: Omit<JobLine, 'path' | 'outcome'> = {
  article: null,
  title: null,
  published: null,
  caught: null,
  statements: 0,
  events: 0,
  message: null,
};

const readingOf = ({ article, annotations, error }: Extraction): Omit<JobLine, 'path' | 'outcome'> => {
  const published = publishedOf(article);
  const caught = article.published.find(({ rejected }) => rejected !== null && CAUGHT.has(rejected));
  return {
    article: article.id,
    title: article.title,
    published: published === null ? null : formatEdtf(published.value.edtf),
    caught: caught === undefined ? null : caughtText(caught),
    statements: annotations.attributions.length,
    events: annotations.events.length,
    message: error?.message ?? null,
  };
};

/** What came out of one page, for show. `held` is the reading of a page that was known, when it is at hand. */
export const lineOf = (outcome: PageOutcome, held: Extraction | null): JobLine => {
  const { path } = outcome;
  if (outcome.kind === 'failed') return { ...NOTHING, path, outcome: 'failed', message: outcome.message };
  if (outcome.kind === 'known')
    return {
      ...(held === null ? { ...NOTHING, article: articleOf(outcome.page) } : readingOf(held)),
      path,
      outcome: 'known',
    };
  const { extraction } = outcome;
  return { ...readingOf(extraction), path, outcome: extraction.error === null ? outcome.kind : 'plain' };
};
