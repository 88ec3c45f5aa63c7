import type { Knowledge } from '../../model/knowledge.ts';
import type { PackParty } from '../../model/pack.ts';
import { tagOfIso } from './tags.ts';

/** Names that claims do not bear themselves: of the pack's parties and issues, and of the types of events. Plain data. */
export interface DeskLabels {
  /** In the order of the pack; `slot` is the number of the colour, null when there are more parties than colours. */
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    /** Two or three letters: `RU`, `JP`. */
    readonly tag: string;
    readonly slot: number | null;
  }[];
  readonly issues: Readonly<Record<string, string>>;
  readonly eventTypes: Readonly<Record<string, string>>;
}

/** Colours for parties. */
const SLOTS = 6;

/** The labels that the knowledge of a record gives; no party and no issue without a pack. */
export const deskLabels = (knowledge: Knowledge): DeskLabels => {
  const { pack, eventTypes } = knowledge;
  const tags = new Set<string>();
  return {
    parties: (pack?.parties ?? []).map((party, index) => ({
      id: party.id,
      name: nameOf(party),
      tag: freshTag(party, tags),
      slot: index < SLOTS ? index : null,
    })),
    issues: labelsOf(pack?.issues ?? []),
    eventTypes: labelsOf(eventTypes),
  };
};

const labelsOf = (
  rows: readonly { readonly id: string; readonly label: string }[],
): Readonly<Record<string, string>> => Object.fromEntries(rows.map(({ id, label }) => [id, label]));

const nameOf = ({ id, names }: PackParty): string =>
  names.en?.[0] ?? Object.values(names).find((list) => list.length > 0)?.[0] ?? id;

/** Two letters; three where another party has these two already. */
const freshTag = ({ id, iso }: PackParty, taken: Set<string>): string => {
  const letters = id.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const two = iso === '' ? letters.slice(0, 2) : tagOfIso(iso);
  const tag = taken.has(two) ? (iso === '' ? letters : iso.toUpperCase()).slice(0, 3) : two;
  taken.add(tag);
  return tag;
};
