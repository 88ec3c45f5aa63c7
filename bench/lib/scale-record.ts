import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPages } from '../../src/app/add.ts';
import { loadKnowledge } from '../../src/app/knowledge.ts';
import { DEFAULT_OPTIONS } from '../../src/app/options.ts';
import { pagesOf } from '../../src/app/pages.ts';
import { createPool } from '../../src/app/pool.ts';
import { createRecord } from '../../src/app/record-file.ts';
import { sha256Hex, sha256OfText } from '../../src/lib/digest-bytes.ts';
import { articleOf, claimId, instant, pageId } from '../../src/model/brand.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { createMemoryStore } from '../../src/store/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Names are changed in so many ways, so that a speaker comes back in many copies of the samples and yet there are thousands. */
const NAMINGS = 40;
/** Years by which copies are moved, before and after. */
const YEARS = 30;

const LETTERS = 'abcdefghijklmnoprstuvwz';

/** A made-up word of the same length for every capitalised word: nobody real is left, and every span still holds. */
const renamer = (seed: number): ((text: string) => string) => {
  const known = new Map<string, string>();
  const rename = (word: string): string => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const digest = sha256OfText(`${seed} ${word}`);
    const made = [...word]
      .map(
        (_, i) => LETTERS[Number.parseInt(digest.slice(i * 2, i * 2 + 2) || '7', 16) % LETTERS.length] ?? 'a',
      )
      .join('');
    const named = `${(made[0] ?? 'A').toUpperCase()}${made.slice(1)}`.slice(0, word.length);
    known.set(word, named);
    return named;
  };
  return (text) => text.replace(/[A-Z][a-z]{2,30}/g, rename);
};

const shiftYear = (text: string, years: number): string =>
  text
    .replace(
      /(^|\/)(\d{4})/g,
      (_, lead: string, year: string) => `${lead}${String(Number(year) + years).padStart(4, '0')}`,
    )
    .replaceAll('-02-29', '-02-28');

/** Keys whose strings are dates, whose strings are ids, and those that stay as they are. */
const DATES: ReadonlySet<string> = new Set(['edtf', 'earliest', 'latest', 'time', 'said']);
const KEPT: ReadonlySet<string> = new Set([
  'kind',
  'rule',
  'role',
  'mode',
  'act',
  'type',
  'realis',
  'fate',
  'outcome',
  'basis',
  'language',
  'mediaType',
  'charset',
  'revision',
  'stance',
  'form',
  'anchor',
  'extractor',
  'value',
  'concept',
  'slot',
  'code',
  'severity',
  'plover',
  'cameo',
]);

interface Copy {
  readonly years: number;
  readonly naming: number;
  readonly rename: (text: string) => string;
  readonly articles: ReadonlyMap<string, string>;
}

const changedText = (text: string, key: string, copy: Copy): string => {
  const article = copy.articles.get(text);
  if (article !== undefined) return article;
  if (DATES.has(key) && /^[\d./~?%-]+$/.test(text)) return shiftYear(text, copy.years);
  if (KEPT.has(key)) return text;
  if (key !== 'id') return copy.rename(text);
  return /^[a-z]{3}$/.test(text) || isIssue(text) ? text : `${text}-${copy.naming}`;
};

/** The value with names, dates and ids of the copy. */
const changed = (value: unknown, key: string, copy: Copy): unknown => {
  if (typeof value === 'string') return changedText(value, key, copy);
  if (Array.isArray(value)) return value.map((one) => changed(one, key, copy));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, name, copy)]));
};

let issues: ReadonlySet<string> = new Set();
const isIssue = (id: string): boolean => issues.has(id);

interface Sample {
  readonly extractions: readonly Extraction[];
  readonly claims: readonly Claim[];
}

/** The samples read once, through the whole pipeline. */
const readSamples = async (): Promise<Sample> => {
  const pack = join(ROOT, 'samples/kurils/pack.json');
  const knowledge = await loadKnowledge({ pack });
  issues = new Set(knowledge.pack?.issues.map(({ id }) => id));
  const store = createMemoryStore(
    {
      dispute: 'scale' as never,
      title: 'scale',
      pack: null,
      schema: 1,
      created: instant('2020-01-01T00:00:00.000Z'),
    },
    { now: () => instant('2020-01-01T00:00:00.000Z') },
  );
  const pool = createPool({ pack });
  try {
    await addPages(pagesOf([join(ROOT, 'samples/kurils/pages')]), {
      store,
      knowledge,
      pool,
      options: DEFAULT_OPTIONS,
    });
  } finally {
    await pool.close();
  }
  const extractions: Extraction[] = [];
  for await (const extraction of store.extractions()) extractions.push(extraction);
  return { extractions, claims: await store.claims({}) };
};

const copyOf = (
  sample: Sample,
  k: number,
): {
  readonly extractions: readonly (readonly [Extraction, Uint8Array])[];
  readonly claims: readonly Claim[];
} => {
  const pages = sample.extractions.map(({ page }) => {
    const bytes = new TextEncoder().encode(`copy ${k} of ${page.id}`);
    return { bytes, from: page.id, to: sha256Hex(bytes) };
  });
  const articles = new Map(
    pages.flatMap(
      ({ from, to }) =>
        [
          [from as string, to],
          [articleOf(from) as string, articleOf(pageId(to)) as string],
        ] as const,
    ),
  );
  const naming = k % NAMINGS;
  const copy: Copy = { years: (k % (2 * YEARS)) - YEARS, naming, rename: renamer(naming), articles };
  const extractions = sample.extractions.map((extraction, i) => {
    const made = changed(extraction, '', copy) as Extraction;
    return [
      { ...made, page: { ...made.page, path: `copy-${k}/${extraction.page.path?.split('/').at(-1)}` } },
      pages[i]?.bytes ?? new Uint8Array(),
    ] as const;
  });
  const claims = sample.claims.map((claim) => {
    const id = claimId(
      `${claim.kind === 'event' ? 'e' : 's'}-${sha256OfText(`${k} ${claim.id}`).slice(0, 12)}`,
    );
    return { ...(changed(claim, '', copy) as Claim), id };
  });
  return { extractions, claims };
};

/**
 * Makes a record of about `articles` pages out of copies of the sample coverage: other names (made up), other years, the
 * same shape. Copies, accounts that differ, plans and undated pages come in the shares in which the samples have them.
 */
export const makeScaleRecord = async (
  file: string,
  articles: number,
  tell: (text: string) => void = () => undefined,
): Promise<void> => {
  const sample = await readSamples();
  const store = await createRecord(file, {
    dispute: 'scale',
    title: `${articles} pages made from the samples`,
    pack: 'samples/kurils/pack.json',
  });
  const claims: Claim[] = [];
  try {
    const copies = Math.ceil(articles / sample.extractions.length);
    for (let k = 0; k < copies; k++) {
      const made = copyOf(sample, k);
      for (const [extraction, bytes] of made.extractions) await store.savePage(extraction, bytes);
      for (const claim of made.claims) claims.push(claim);
      if (k % 50 === 0) tell(`${k * sample.extractions.length} pages`);
    }
    tell(`${claims.length} claims`);
    await store.applyClaims(claims);
  } finally {
    await store.close();
  }
};
