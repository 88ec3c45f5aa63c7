import type { ArticleId, RuleId } from './brand.ts';
import type { Span } from './span.ts';

/** How much a reader should care. Nothing with a severity stops the work; what stops it is a `DemarcheError`. */
export type Severity = 'info' | 'warning';

/** Something worth knowing about a text that was read all the same. Texts yield diagnostics, never exceptions. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly article?: ArticleId;
  readonly span?: Span;
  readonly rule?: RuleId;
}

/** Every diagnostic code; each has its line on `docs/reference/codes.md`. */
export type DiagnosticCode =
  | 'charset-guessed'
  | 'charset-replaced'
  | 'charset-declared-wrong'
  | 'archive-repaired'
  | 'no-article'
  | 'readability-empty'
  | 'text-windowed'
  | 'date-none'
  | 'date-conflict'
  | 'date-future'
  | 'date-impossible'
  | 'time-refused'
  | 'date-given-rejected'
  | 'speaker-unresolved'
  | 'name-taught'
  | 'language-unsupported'
  | 'analyser-fallback'
  | 'analysis-broken'
  | 'analysis-unmatched'
  | 'poison-fallback'
  | 'claim-uncited'
  | 'claim-furniture';

/** What a stage hands on: its product and what it noticed on the way. */
export interface StageResult<T> {
  readonly output: T;
  readonly diagnostics: readonly Diagnostic[];
}
