import type { DeskParty, DeskRow } from '../../../src/view/desk/types.ts';

/** What the lanes are parted by. */
export type LaneKey = 'party' | 'issue';

/** A lane with its claims, in the order given. */
export interface LaneGroup {
  /** Null for claims without a party or an issue. */
  readonly id: string | null;
  readonly label: string;
  /** Colour slot of the lane; null for none. */
  readonly slot: number | null;
  readonly rows: readonly DeskRow[];
}

/** Reads what the address says of the lanes; `party` when it says nothing known. */
export const laneKeyOf = (look: string | undefined): LaneKey => (look === 'issue' ? 'issue' : 'party');

const keysOf = (row: DeskRow, by: LaneKey): readonly { readonly id: string; readonly label: string }[] =>
  by === 'party' ? row.parties.map(({ id, name }) => ({ id, label: name })) : row.issues;

/**
 * Parts claims into lanes: parties in the order of the dispute, issues by how many claims touch them, what has neither
 * last. A claim of two parties stands in the lanes of both.
 */
export const laneGroups = (
  rows: readonly DeskRow[],
  by: LaneKey,
  parties: ReadonlyMap<string, DeskParty>,
  none: string,
): readonly LaneGroup[] => {
  const lanes = new Map<string, { readonly label: string; readonly rows: DeskRow[] }>();
  const rest: DeskRow[] = [];
  for (const row of rows) {
    const keys = keysOf(row, by);
    if (keys.length === 0) rest.push(row);
    for (const { id, label } of keys) {
      const lane = lanes.get(id) ?? { label, rows: [] };
      lanes.set(id, lane);
      if (!lane.rows.includes(row)) lane.rows.push(row);
    }
  }
  const order = [...parties.keys()];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const named = [...lanes]
    .map(([id, { label, rows: own }]) => ({ id, label, slot: parties.get(id)?.slot ?? null, rows: own }))
    .sort((a, b) => rank(a.id) - rank(b.id) || b.rows.length - a.rows.length || (a.label < b.label ? -1 : 1));
  return rest.length === 0 ? named : [...named, { id: null, label: none, slot: null, rows: rest }];
};
