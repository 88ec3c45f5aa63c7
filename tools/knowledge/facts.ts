/** Rows of the fact files as they come, before anything is decided about them. */

/** A row of `offices.jsonl`. */
export interface OfficeFact {
  readonly country: string;
  readonly office: string;
  readonly title?: string | null;
  readonly person: string;
  readonly surname?: string | null;
  readonly names?: readonly string[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly to_basis?: string | null;
  readonly seen?: readonly [string, string];
  readonly attested?: readonly [string, string];
  readonly src: readonly string[];
}

/** A metonym: a word, or a word with the years it held. */
export type MetonymFact = string | { readonly n: string; readonly when: string };

/** A row of `places.jsonl`. */
export interface PlaceFact {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly names?:
    | Readonly<Record<string, readonly string[]>>
    | readonly { readonly party: string; readonly lang: string; readonly name: string }[];
  readonly aliases?: readonly string[];
  readonly former?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capital?: string;
  readonly capital_ll?: readonly [number, number];
  readonly metonyms?: Readonly<Record<string, readonly MetonymFact[]>>;
  readonly ll?: readonly [number, number];
  readonly claimants?: readonly string[];
  readonly controlled_by?: readonly string[];
}

/** A row of `outlets.jsonl`. */
export interface OutletFact {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly domains?: readonly string[];
  readonly country?: string;
  readonly kind: string;
  readonly wire?: readonly string[];
}

/** A row of `gatherings.jsonl`. */
export interface GatheringFact {
  readonly series: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly place: string | null;
  readonly country: string | null;
}

/** A row of `instruments.jsonl`. */
export interface InstrumentFact {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly date: string;
  readonly parties: readonly string[];
}
