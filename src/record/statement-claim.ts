import { type EventTime, namedSource } from '../model/annotation.ts';
import type { Statement } from '../model/claim.ts';
import { publishedOf } from '../model/page.ts';
import { cover } from '../model/span.ts';
import type { CitedSpan } from './citations.ts';
import { isInside } from './citations.ts';
import type { ClaimIds } from './claim-id.ts';
import type { Coverage } from './coverage.ts';
import { commonest, compareText } from './order.ts';
import type { TimedRange } from './ranges.ts';
import { bestRange, upTo } from './ranges.ts';
import type { StatementItem } from './statement-items.ts';
import type { TellingPart } from './tellings.ts';
import { tell } from './tellings.ts';

/** Makes the claim of the attributions that are one statement; null when nothing of it can be cited. */
export const statementOf = (
  items: readonly StatementItem[],
  coverage: Coverage,
  ids: ClaimIds,
): Statement | null => {
  const told = tell(items.map(partOf), coverage);
  const [first, fullest] = [items[0], [...items].sort(byFullness)[0]];
  if (told === null || first === undefined || fullest === undefined) return null;
  const attributions = items.map(({ attribution }) => attribution);
  return {
    kind: 'statement',
    id: ids.next('s', `${first.article.id} ${first.at.start} ${first.at.end}`),
    valid: validOf(items),
    ...told,
    differences: [],
    speaker: commonest(
      attributions.map(({ speaker }) => speaker),
      ({ id, name }) => `${id} ${name}`,
    ),
    behalf: commonest(
      attributions.map(({ behalf }) => behalf),
      ({ id, name }) => `${id} ${name}`,
    ),
    act:
      commonest(
        attributions.map(({ act }) => act),
        String,
      ) ?? fullest.attribution.act,
    mode: fullest.attribution.mode,
    wording: piecesOf(fullest),
    language: fullest.article.language,
    via:
      commonest(
        attributions.map(({ via }) => (via.length === 0 ? null : via)),
        (via) => via.map(({ id }) => id).join(' '),
      ) ?? [],
    addressee: commonest(
      attributions.map(({ addressee }) => addressee),
      String,
    ),
    venue: commonest(
      attributions.map(({ venue }) => venue),
      String,
    ),
    issues: issuesOf(items),
  };
};

const MODES: readonly StatementItem['attribution']['mode'][] = ['direct', 'mixed', 'indirect'];

const byFullness = (x: StatementItem, y: StatementItem): number =>
  MODES.indexOf(x.attribution.mode) - MODES.indexOf(y.attribution.mode) ||
  y.wording.words.length - x.wording.words.length ||
  compareText(x.article.id, y.article.id) ||
  x.at.start - y.at.start;

const piecesOf = ({ article, attribution }: StatementItem): string =>
  attribution.content
    .filter((span) => isInside(article, span))
    .map((span) => cover(article.text, span))
    .join(' … ');

const partOf = (item: StatementItem): TellingPart => {
  const { article, attribution } = item;
  const cited = (
    role: CitedSpan['role'],
    spans: StatementItem['attribution']['source'],
  ): readonly CitedSpan[] => spans.map((span) => ({ role, span }));
  const optional: readonly (readonly [string, string | null])[] = [
    ['said', attribution.said?.edtf ?? null],
    ['addressee', attribution.addressee],
    ['venue', attribution.venue],
    [
      'source',
      namedSource(attribution)
        .map((span) => cover(article.text, span))
        .join(' … ') || null,
    ],
  ];
  return {
    article,
    cited: [
      ...cited('content', attribution.content),
      ...cited('cue', attribution.cue),
      ...cited('source', attribution.source),
    ],
    via: attribution.via,
    rule: attribution.rule,
    confidence: attribution.confidence,
    values: {
      act: attribution.act,
      mode: attribution.mode,
      wording: piecesOf(item),
      ...Object.fromEntries(optional.filter(([, value]) => value !== null)),
    },
  };
};

/** The best-placed time that a telling gives; else at or before the first publication. */
const validOf = (items: readonly StatementItem[]): TimedRange | null => {
  const best = bestRange(items.map(saidOf).filter((range) => range !== null));
  if (best !== null) return best;
  const published = items.map(({ article }) => publishedOf(article)?.value.latest ?? null);
  const first = published.filter((day) => day !== null).sort(compareText)[0];
  return first === undefined ? null : upTo(first);
};

const saidOf = (item: StatementItem): TimedRange | null => {
  const { said } = item.attribution;
  if (said === null) return null;
  return { edtf: said.edtf, earliest: said.earliest, latest: said.latest, basis: basisOf(item, said) };
};

/** By the expression of time in the article that has the same value; without one it was inferred or only bounded. */
const basisOf = (
  { extraction }: StatementItem,
  said: NonNullable<StatementItem['attribution']['said']>,
): EventTime['basis'] => {
  const expression = extraction.annotations.times.find(
    ({ edtf, range }) => edtf === said.edtf || range?.edtf === said.edtf,
  );
  if (expression !== undefined) return expression.anchor === 'calendar' ? 'explicit' : 'deictic';
  return said.earliest === null || said.latest === null ? 'bounded' : 'inferred';
};

const issuesOf = (items: readonly StatementItem[]): Statement['issues'] => {
  const all = items.flatMap(({ attribution }) => attribution.issues);
  const ids = [...new Set(all.map(({ id }) => id))].sort(compareText);
  return ids.map((id) => ({
    id,
    stance: commonest(
      all.filter((issue) => issue.id === id).map(({ stance }) => stance),
      String,
    ),
  }));
};
