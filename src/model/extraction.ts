import type { Annotations } from './annotation.ts';
import type { Digest } from './brand.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ErrorCode } from './error.ts';
import type { Article, Page } from './page.ts';

/** Everything the pure stages make of one page. */
export interface Extraction {
  readonly page: Page;
  readonly article: Article;
  readonly annotations: Annotations;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the page could not be read as it should; the article is then the fallback. */
  readonly error: { readonly code: ErrorCode; readonly message: string } | null;
  /** Digest of the code version, the knowledge and the options: the same extractor gives the same extraction. */
  readonly extractor: Digest;
}
