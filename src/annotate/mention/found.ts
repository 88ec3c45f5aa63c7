import type { MentionType } from '../../model/annotation.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Span } from '../../model/span.ts';

/** A mention as the finders propose it. */
export interface Found extends Span {
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly type: MentionType;
  readonly refersTo: EntityRef | null;
  readonly rule: string;
  readonly confidence: number;
}
