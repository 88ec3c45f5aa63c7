/** Free text: TEXT, or UTF-16 in a BLOB where TEXT would lose something. */
export type FreeText = string | Uint8Array;

/** What the record says of itself, one value a row. */
interface MetaRow {
  readonly dispute: string;
  readonly key: string;
  readonly value: string | null;
  readonly row_sha256: string;
}

/** A page and its bytes, compressed with Brotli. */
export interface PageRow {
  readonly dispute: string;
  readonly id: string;
  readonly media_type: string;
  readonly charset: string;
  readonly url: FreeText | null;
  readonly path: FreeText | null;
  readonly captured_at: string | null;
  readonly byte_length: number;
  readonly row_sha256: string;
  readonly bytes: Uint8Array;
}

/** One revision of an article's text. Never changed, never removed: old versions of claims cite it. */
export interface ArticleRow {
  readonly dispute: string;
  readonly id: string;
  readonly revision: string;
  readonly page: string;
  readonly row_sha256: string;
  readonly text: FreeText;
}

/** The present reading of an article: its metadata and segments, annotations, diagnostics and error as JSON. */
export interface ReadingRow {
  readonly dispute: string;
  readonly article: string;
  readonly revision: string;
  readonly page: string;
  readonly extractor: string;
  readonly row_sha256: string;
  readonly about: string;
  readonly annotations: string;
  readonly diagnostics: string;
  readonly error: string | null;
}

/** A page that could not be read. */
interface FailureRow {
  readonly dispute: string;
  readonly path: FreeText;
  readonly page: string | null;
  readonly code: string;
  readonly message: FreeText;
  readonly row_sha256: string;
}

/** One version of a claim. `claim` is its JSON without the evidence; `claim_sha256` covers the evidence too. */
export interface VersionRow {
  readonly dispute: string;
  readonly id: string;
  readonly recorded_from: string;
  readonly recorded_to: string | null;
  readonly kind: string;
  readonly valid_earliest: number | null;
  readonly valid_latest: number | null;
  readonly citations: number;
  readonly claim_sha256: string;
  readonly row_sha256: string;
  readonly claim: string;
}

/** An entity that a version of a claim is listed under. */
export interface EntityRow {
  readonly dispute: string;
  readonly part: string;
  readonly entity: FreeText;
  readonly claim: string;
  readonly recorded_from: string;
}

/** The citation number `n` of a version of a claim. */
export interface CitationRow {
  readonly dispute: string;
  readonly claim: string;
  readonly recorded_from: string;
  readonly n: number;
  readonly telling: number;
  readonly role: string;
  readonly page: string;
  readonly article: string;
  readonly revision: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly exact: FreeText;
  readonly exact_sha256: string;
  readonly row_sha256: string;
}

/** The text number `n` that a version of a claim is found by, and its row in `claim_search`. */
export interface PassageRow {
  readonly dispute: string;
  readonly claim: string;
  readonly recorded_from: string;
  readonly n: number;
  readonly search_row: number;
}

/** The row in `claim_search` of a passage of a present version. */
interface PresentRow {
  readonly search_row: number;
  readonly dispute: string;
  readonly claim: string;
}

/** The full-text index: the folded words of a passage. */
export interface SearchRow {
  readonly rowid: number;
  readonly words: string;
}

/** The tables of a record file, as the newest migration leaves them. */
export interface Tables {
  readonly meta: MetaRow;
  readonly page: PageRow;
  readonly article: ArticleRow;
  readonly reading: ReadingRow;
  readonly failure: FailureRow;
  readonly claim_version: VersionRow;
  readonly claim_entity: EntityRow;
  readonly citation: CitationRow;
  readonly passage: PassageRow;
  readonly present_passage: PresentRow;
  readonly claim_search: SearchRow;
}
