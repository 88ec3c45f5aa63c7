import type { EventClaim } from '../../model/claim.ts';
import { outletsOf, passagesOf, placeOf } from './citing.ts';
import { type Codes, exportedRoot, sidesOf } from './dyads.ts';

/**
 * The columns, named as in GDELT where it has them; behind them our own: realis, type, the claim, who tells it, and the passages it
 * rests on as `article@start-end`, in characters of the article's text.
 */
export const CAMEO_COLUMNS = [
  'GLOBALEVENTID',
  'SQLDATE',
  'DateEnd',
  'Actor1Code',
  'Actor1Name',
  'Actor2Code',
  'Actor2Name',
  'IsRootEvent',
  'EventCode',
  'EventRootCode',
  'QuadClass',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'ActionGeo_FullName',
  'Realis',
  'Type',
  'Claim',
  'Outlets',
  'Passages',
] as const;

/** The two digits of CAMEO that a root becomes where it is not the type's own: what is planned, or denied. */
const ROOT_CODES: Readonly<Record<string, string>> = {
  AGREE: '03',
  CONCEDE: '08',
  REJECT: '12',
  THREATEN: '13',
  REQUEST: '10',
  ACCUSE: '11',
};

/**
 * Rows of dyads in the manner of CAMEO and GDELT, one for each pair of parties; a joint act goes both ways. Days are
 * `YYYYMMDD`, empty when not known. Events without a root or a code are left out, and so are those with one party alone.
 */
export const cameoRows = (events: readonly EventClaim[], codes: Codes): readonly (readonly string[])[] =>
  events.flatMap((event) => {
    const root = exportedRoot(event, codes);
    const type = codes.types.get(event.type);
    const code = type?.root === root?.id ? (type?.cameo ?? null) : (ROOT_CODES[root?.id ?? ''] ?? null);
    if (root === null || code === null) return [];
    const { actors, recipients } = sidesOf(event);
    const pairs = actors.flatMap((actor) =>
      recipients.flatMap((other) => (other.id === actor.id ? [] : [[actor, other] as const])),
    );
    return pairs.map(([one, two], i) => [
      pairs.length > 1 ? `${event.id}-${i + 1}` : event.id,
      compact(event.valid?.earliest ?? null),
      compact(event.valid?.latest ?? null),
      one.id.toUpperCase(),
      one.name,
      two.id.toUpperCase(),
      two.name,
      event.background ? '0' : '1',
      code,
      code.slice(0, 2),
      `${root.quad}`,
      `${event.tellings.length}`,
      `${event.witnesses.outlets}`,
      `${event.witnesses.articles}`,
      event.place ?? '',
      event.realis,
      event.type,
      event.id,
      outletsOf(event).join('; '),
      passagesOf(event).map(placeOf).join('; '),
    ]);
  });

const compact = (day: string | null): string => (day === null ? '' : day.replaceAll('-', ''));
