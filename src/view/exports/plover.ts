import type { EventClaim } from '../../model/claim.ts';
import type { EntityRef } from '../../model/page.ts';
import { type CitedPassage, outletsOf, passagesOf } from './citing.ts';
import { type Codes, exportedRoot, sidesOf } from './dyads.ts';

/** An event as PLOVER writes it, with what PLOVER has no field for under `demarche`. */
export interface PloverRecord {
  readonly id: string;
  readonly codebook: 'PLOVER 2.0 draft';
  readonly event_type: string;
  /** Null where the type narrows no root, or where the root is not that of the type (a plan, a denial). */
  readonly event_mode: string | null;
  readonly quad_code: 1 | 2 | 3 | 4;
  readonly actors: readonly EntityRef[];
  readonly recipients: readonly EntityRef[];
  readonly event_date: {
    readonly edtf: string;
    readonly from: string | null;
    readonly to: string | null;
  } | null;
  readonly location: string | null;
  readonly text: string;
  readonly demarche: {
    readonly type: string;
    readonly realis: EventClaim['realis'];
    readonly fate: EventClaim['fate'];
    readonly outcome: EventClaim['outcome'];
    readonly background: boolean;
    readonly independent: number;
    readonly outlets: readonly string[];
    /** The passages it rests on, one a telling. */
    readonly passages: readonly CitedPassage[];
  };
}

/**
 * Events in the manner of PLOVER: one record for a joint act with all its actors, plans and denials under the root they
 * become (`knowledge/codebook/roots.json`). Events without a root are left out.
 */
export const ploverRecords = (events: readonly EventClaim[], codes: Codes): readonly PloverRecord[] =>
  events.flatMap((event) => {
    const root = exportedRoot(event, codes);
    if (root === null) return [];
    const [own = '', mode = null] = (codes.types.get(event.type)?.plover ?? '').split(/-(.*)/s);
    const { valid } = event;
    return [
      {
        id: event.id,
        codebook: 'PLOVER 2.0 draft',
        event_type: root.id,
        event_mode: own === root.id ? mode : null,
        quad_code: root.quad,
        ...sidesOf(event),
        event_date: valid === null ? null : { edtf: valid.edtf, from: valid.earliest, to: valid.latest },
        location: event.place,
        text: event.label,
        demarche: {
          type: event.type,
          realis: event.realis,
          fate: event.fate,
          outcome: event.outcome,
          background: event.background,
          independent: event.witnesses.independent,
          outlets: outletsOf(event),
          passages: passagesOf(event),
        },
      },
    ];
  });
