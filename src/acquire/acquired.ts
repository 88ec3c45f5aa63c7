import type { PageId } from '../model/brand.ts';
import type { ErrorCode } from '../model/error.ts';
import type { Capture } from '../model/page.ts';

/** What became of one page: the capture, or why it could not be read and what to do next. Never an exception. */
export type Acquired = AcquiredPage | AcquireFailure;

/** A page that could be read. */
export interface AcquiredPage {
  readonly ok: true;
  readonly capture: Capture;
}

/** A page that could not be read. `page` is null when not even its bytes were reached. */
export interface AcquireFailure {
  readonly ok: false;
  readonly path: string;
  readonly page: PageId | null;
  readonly code: ErrorCode;
  readonly message: string;
}

/** A failure whose bytes are unknown. */
export const failure = (
  path: string,
  code: ErrorCode,
  message: string,
  page: PageId | null = null,
): AcquireFailure => ({ ok: false, path, page, code, message });
