import type {
  Act,
  AttributionMode,
  EventMention,
  Fate,
  Mention,
  MentionType,
  Outcome,
  Realis,
  Role,
  Stance,
  Telling,
  TimeType,
} from '../model/annotation.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { ErrorCode } from '../model/error.ts';
import type { SegmentKind } from '../model/page.ts';

/** `[start, end)` in UTF-16 code units of `article.text`. */
export type Pair = readonly [start: number, end: number];

/** An entity as it is written out. */
export interface LineEntity {
  readonly id: string;
  readonly name: string;
}

/** The page a line tells of. All null but `path` when the page could not be read at all. */
export interface LinePage {
  readonly id: string | null;
  readonly path: string | null;
  readonly url: string | null;
  readonly mediaType: 'text/html' | 'text/plain' | null;
  readonly charset: string | null;
  readonly capturedAt: string | null;
}

/** The chosen reading of a day, with the readings that were passed over and why. `value` is null when none was chosen. */
export interface LinePublished {
  readonly value: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly rule: string | null;
  readonly evidence: readonly Pair[];
  readonly rejected: readonly {
    readonly value: string;
    readonly start: number | null;
    readonly end: number | null;
    readonly reason: string;
  }[];
}

/** The cleaned page. */
export interface LineArticle {
  readonly text: string;
  readonly language: string;
  readonly segments: readonly { readonly kind: SegmentKind; readonly start: number; readonly end: number }[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: LineEntity | null;
  readonly wires: readonly {
    readonly id: string;
    readonly start: number | null;
    readonly end: number | null;
  }[];
  readonly dateline: { readonly place: string; readonly start: number; readonly end: number } | null;
  readonly published: LinePublished;
  readonly updated: Omit<LinePublished, 'rejected'> | null;
}

/** An expression of time. */
export interface LineTime {
  readonly start: number;
  readonly end: number;
  readonly type: TimeType;
  readonly value: string;
  readonly edtf: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly anchor: string;
}

/** A mention. */
export interface LineMention {
  readonly start: number;
  readonly end: number;
  readonly form: Mention['form'];
  readonly type: MentionType;
  readonly refersTo: LineEntity | null;
}

/** An attribution. */
export interface LineAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly mode: AttributionMode;
  readonly act: Act;
  readonly nested: boolean;
  readonly speaker: LineEntity | null;
  readonly behalf: LineEntity | null;
  readonly via: readonly LineEntity[];
  readonly addressee: string | null;
  readonly venue: string | null;
  /** EDTF of when it was said. */
  readonly said: string | null;
  readonly issues: readonly {
    readonly id: string;
    readonly stance: Stance | null;
    readonly condition: Pair | null;
  }[];
  readonly rule: string;
  readonly confidence: number;
}

/** A telling of an event. */
export interface LineEvent {
  readonly type: string;
  readonly trigger: Pair;
  readonly span: Pair;
  readonly participants: readonly { readonly role: Role; readonly id: string; readonly name: string }[];
  readonly object: string | null;
  readonly place: string | null;
  readonly time: {
    readonly edtf: string;
    readonly basis: 'explicit' | 'deictic' | 'bounded' | 'inferred';
    readonly expression: Pair | null;
  } | null;
  readonly realis: Realis;
  readonly fate: Fate | null;
  readonly outcome: Outcome | null;
  readonly stance: Telling;
  readonly background: boolean;
  readonly codes: EventMention['codes'];
  readonly rule: string;
  readonly confidence: number;
}

/** A loaded wording. */
export interface LineFraming {
  readonly start: number;
  readonly end: number;
  readonly concept: string;
  readonly wording: string;
}

/** Something noticed while reading. */
export interface LineDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Pair | null;
}

/** One line of `demarche extract`: format 1. Every key is always there; absent values are null, absent lists empty. */
export interface ExtractLine {
  readonly schema: 1;
  /** The input line's id, or the page's id when pages are given as files; null when neither is known. */
  readonly id: string | number | null;
  readonly page: LinePage;
  /** Null only when the page could not be read at all; `error` then says why. */
  readonly article: LineArticle | null;
  readonly times: readonly LineTime[];
  readonly mentions: readonly LineMention[];
  readonly attributions: readonly LineAttribution[];
  readonly events: readonly LineEvent[];
  readonly framing: readonly LineFraming[];
  readonly diagnostics: readonly LineDiagnostic[];
  readonly error?: { readonly code: ErrorCode; readonly message: string };
}

/** The last line of a complete stream, when it was asked for. `sha256` is over the bytes of all lines before it. */
export interface EofLine {
  readonly type: 'eof';
  readonly in: number;
  readonly out: number;
  readonly errors: number;
  readonly sha256: string;
}
