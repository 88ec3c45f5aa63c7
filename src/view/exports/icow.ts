import type { EventClaim } from '../../model/claim.ts';
import type { EntityRef } from '../../model/page.ts';
import { type CitedPassage, outletsOf, passagesOf } from './citing.ts';
import { type Codes, sidesOf } from './dyads.ts';

/** An attempt to settle a claim, in the manner of ICOW. */
export interface SettlementAttempt {
  readonly id: string;
  readonly mode: 'bilateral' | 'multilateral' | 'third-nonbinding' | 'third-binding' | 'militarized';
  /** Of what the attempt was about; `substantive` where nothing says otherwise. */
  readonly scope: 'substantive' | 'functional' | 'procedural';
  readonly parties: readonly EntityRef[];
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the parties came to terms, in the talks or within a month; null where nothing tells. */
  readonly agreement: boolean | null;
  readonly concessionBy: readonly EntityRef[];
  /** Claims that bear on it: agreements, concessions, compliance and breach between the same parties. */
  readonly bearing: readonly string[];
  readonly label: string;
  readonly outlets: readonly string[];
  /** The passages the attempt itself rests on, one a telling. */
  readonly passages: readonly CitedPassage[];
}

const MODES: Readonly<Record<string, SettlementAttempt['mode']>> = {
  attbilat: 'bilateral',
  attmulti: 'multilateral',
  att3non: 'third-nonbinding',
  att3bind: 'third-binding',
  militarized: 'militarized',
  incident: 'militarized',
};

const FUNCTIONAL = /\b(?:fish|visa|econom|trade|exchange|humanitarian|grave|visit|energy|gas|flights?)/i;
const PROCEDURAL = /\b(?:procedure|agenda|date|schedule|format|preparat|road ?map|to resume|resumption)/i;
/** How long after an attempt an agreement still counts as what it came to, in days: a month. */
const MONTH = 31;

/**
 * The attempts at settlement among events that happened or go on: talks, mediation, courts, force, between two parties or
 * more. Plans, denials and background history are none.
 */
export const settlementAttempts = (
  events: readonly EventClaim[],
  codes: Codes,
): readonly SettlementAttempt[] => {
  const done = events.filter(
    ({ realis, fate }) => (realis === 'actual' || realis === 'ongoing') && (fate === null || fate === 'held'),
  );
  return done.flatMap((event) => {
    const mode = MODES[codes.types.get(event.type)?.icow ?? ''];
    const sides = partiesOf(event);
    if (mode === undefined || event.background || sides.length < 2) return [];
    const bearing = done.filter((other) => other !== event && bearsOn(other, event, codes));
    return [
      {
        id: event.id,
        mode: mode === 'bilateral' && sides.length > 2 ? 'multilateral' : mode,
        scope: scopeOf(event),
        parties: sides,
        from: event.valid?.earliest ?? null,
        to: event.valid?.latest ?? null,
        agreement: agreementOf(event, bearing, codes),
        concessionBy: bearing
          .filter((other) => slotOf(other, codes) === 'concession')
          .flatMap((other) => sidesOf(other).actors),
        bearing: bearing.map(({ id }) => id),
        label: event.label,
        outlets: outletsOf(event),
        passages: passagesOf(event),
      },
    ];
  });
};

const partiesOf = (event: EventClaim): readonly EntityRef[] => {
  const { actors, recipients } = sidesOf(event);
  const ids = new Set<string>();
  return [...actors, ...recipients].filter(({ id }) => !ids.has(id) && ids.add(id));
};

const slotOf = (event: EventClaim, { types }: Codes): string => types.get(event.type)?.icow ?? '';

const BEARING: ReadonlySet<string> = new Set([
  'agreement',
  'ratification',
  'concession',
  'compliance',
  'non-compliance',
]);

const bearsOn = (other: EventClaim, event: EventClaim, codes: Codes): boolean => {
  const day = event.valid?.latest ?? null;
  const later = other.valid?.earliest ?? null;
  if (!BEARING.has(slotOf(other, codes)) || day === null || later === null) return false;
  const days = (Date.parse(later) - Date.parse(event.valid?.earliest ?? day)) / 86_400_000;
  const ids = new Set(partiesOf(event).map(({ id }) => id));
  return days >= 0 && days <= MONTH && partiesOf(other).every(({ id }) => ids.has(id));
};

const scopeOf = ({ object, label }: EventClaim): SettlementAttempt['scope'] => {
  const matter = object ?? label;
  if (PROCEDURAL.test(matter)) return 'procedural';
  return FUNCTIONAL.test(matter) ? 'functional' : 'substantive';
};

const agreementOf = (event: EventClaim, bearing: readonly EventClaim[], codes: Codes): boolean | null => {
  if (event.outcome === 'none') return false;
  const agreed = bearing.some((other) => ['agreement', 'ratification'].includes(slotOf(other, codes)));
  return agreed || event.outcome === 'agreement' || event.outcome === 'partial' ? true : null;
};
