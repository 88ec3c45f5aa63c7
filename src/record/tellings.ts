import type { RuleId } from '../model/brand.ts';
import type { Citation, Telling, Witnesses } from '../model/claim.ts';
import type { Article, EntityRef } from '../model/page.ts';
import { publishedOf } from '../model/page.ts';
import type { NonEmpty, Span } from '../model/span.ts';
import { hull, isNonEmpty } from '../model/span.ts';
import type { CitedSpan } from './citations.ts';
import { citeSpans } from './citations.ts';
import type { Coverage } from './coverage.ts';
import { compareText } from './order.ts';
import { countWitnesses } from './witnesses.ts';

/** One annotation's part in an article's account of a claim. */
export interface TellingPart {
  readonly article: Article;
  readonly cited: readonly CitedSpan[];
  readonly via: readonly EntityRef[];
  readonly rule: RuleId;
  readonly confidence: number;
  readonly values: Readonly<Record<string, string>>;
}

/** The tellings of a claim with what follows from them. */
export interface Told {
  readonly evidence: NonEmpty<Citation>;
  readonly tellings: NonEmpty<Telling>;
  readonly witnesses: Witnesses;
  readonly confidence: number;
}

/**
 * Makes one telling of each article's parts (the surest part gives the rule and goes first for the values), the first
 * published first, and counts the witnesses. Null when no part could be cited.
 */
export const tell = (parts: readonly TellingPart[], coverage: Coverage): Told | null => {
  const accounts = accountsOf(parts);
  const { numbers, witnesses } = countWitnesses(
    accounts.map((account) => ({ article: account.article, at: account.at, via: account.via })),
    coverage,
  );
  const tellings = accounts.map((account, index) => tellingOf(account, numbers[index] ?? 0));
  const evidence = accounts.flatMap((account, index) =>
    citeSpans(
      account.article,
      account.parts.flatMap((part) => part.cited),
      index,
    ),
  );
  if (!isNonEmpty(tellings) || !isNonEmpty(evidence)) return null;
  return { evidence, tellings, witnesses, confidence: joined(tellings) };
};

interface ArticleAccount {
  readonly article: Article;
  readonly parts: NonEmpty<TellingPart>;
  readonly at: readonly Span[];
  readonly via: readonly EntityRef[];
}

const accountsOf = (parts: readonly TellingPart[]): readonly ArticleAccount[] => {
  const byArticle = new Map<string, TellingPart[]>();
  for (const part of parts) {
    if (citeSpans(part.article, part.cited, 0).length === 0) continue;
    const own = byArticle.get(part.article.id) ?? [];
    byArticle.set(part.article.id, own);
    own.push(part);
  }
  return [...byArticle.values()]
    .map(accountOf)
    .filter((account) => account !== null)
    .sort(byPublication);
};

const accountOf = (parts: readonly TellingPart[]): ArticleAccount | null => {
  const sorted = [...parts].sort((x, y) => y.confidence - x.confidence || firstSpan(x) - firstSpan(y));
  if (!isNonEmpty(sorted)) return null;
  const at = sorted
    .map((part) => citeSpans(part.article, part.cited, 0).map(({ span }) => span))
    .flatMap((spans) => (isNonEmpty(spans) ? [hull(spans)] : []));
  const via = sorted.find((part) => part.via.length > 0)?.via ?? [];
  return { article: sorted[0].article, parts: sorted, at, via };
};

const firstSpan = (part: TellingPart): number => Math.min(...part.cited.map(({ span }) => span.start));

const publishedFirst = (article: Article): string => {
  const reading = publishedOf(article);
  // '~' sorts behind every digit: articles of unknown day come last.
  return reading?.value.earliest ?? reading?.value.latest ?? '~';
};

const byPublication = (x: ArticleAccount, y: ArticleAccount): number =>
  compareText(publishedFirst(x.article), publishedFirst(y.article)) ||
  compareText(x.article.id, y.article.id);

const tellingOf = ({ article, parts, via }: ArticleAccount, witness: number): Telling => {
  const published = publishedOf(article)?.value ?? null;
  const best = parts[0];
  return {
    article: article.id,
    outlet: article.outlet,
    published:
      published === null
        ? null
        : { edtf: published.edtf, earliest: published.earliest, latest: published.latest },
    via,
    witness,
    rule: best.rule,
    confidence: best.confidence,
    values: sortedKeys(valuesOf(parts)),
  };
};

/** Earlier parts win a slot; later ones fill what is missing. */
const valuesOf = (parts: readonly TellingPart[]): Telling['values'] => {
  const {
    speaker: _,
    said: __,
    ...values
  } = Object.assign({}, ...[...parts].reverse().map((part) => part.values)) as Telling['values'];
  // Who spoke and when are of one part: the words of one speaker are not dated by those of another.
  const voice = parts.find((part) => part.values.speaker !== undefined || part.values.said !== undefined);
  const { speaker, said } = voice?.values ?? {};
  return {
    ...values,
    ...(speaker === undefined ? {} : { speaker }),
    ...(said === undefined ? {} : { said }),
  };
};

const sortedKeys = (values: Telling['values']): Telling['values'] =>
  Object.fromEntries(Object.entries(values).sort(([x], [y]) => compareText(x, y)));

/** One minus the chance that every independent witness is wrong, taking confidences for chances; at most .99. */
const joined = (tellings: readonly Telling[]): number => {
  const best = new Map<number, number>();
  for (const { witness, confidence } of tellings)
    best.set(witness, Math.max(best.get(witness) ?? 0, Math.min(1, Math.max(0, confidence))));
  const doubt = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round(Math.min(0.99, 1 - doubt) * 1000) / 1000;
};
