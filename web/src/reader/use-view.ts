import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReaderView } from '../../../src/view/desk/types.ts';
import { type Located, locate, parseArticle } from '../lib/anchor-link.ts';
import { useJson, useReader } from '../lib/data.ts';
import type { Failure } from '../lib/fetch.ts';
import { addressOf, type Look, useGo, usePlace } from '../lib/place.ts';

/** The page that the address asks for. */
export interface Asked {
  readonly article: string;
  /** The text that the address names: the present one when null. */
  readonly revision: string | null;
  /** What is shown: the text named, when it is held; otherwise the present one. */
  readonly view: ReaderView | undefined;
  readonly present: ReaderView | undefined;
  /** The address names a text that this record does not hold. */
  readonly isMissing: boolean;
  readonly failure: Failure | null;
  /** The page of the address before is still on screen. */
  readonly isOld: boolean;
  readonly located: Located;
}

const isView = (answer: ReaderView | undefined): answer is ReaderView =>
  answer !== undefined && 'text' in answer;

/** Reads the page that the address asks for: the present text first, an older one only when the address names it. */
export const useAsked = (): Asked => {
  const { dispute, id, hash } = usePlace();
  const router = useRouter();
  const { article, revision } = parseArticle(id ?? '');
  const now = useReader(article, null);
  const present = isView(now.data) ? now.data : undefined;
  const isOther =
    revision !== null &&
    present !== undefined &&
    !now.isPlaceholderData &&
    !present.revision.startsWith(revision);
  const path = `/${encodeURIComponent(dispute)}/sources/${encodeURIComponent(article)}.json?revision=${revision}`;
  const then = useJson<ReaderView>(isOther ? path : null);
  const older = isOther && !then.isPlaceholderData && isView(then.data) ? then.data : undefined;
  const isMissing = isOther && older === undefined && then.isError && then.error.kind === 'problem';
  const view = isOther && !isMissing ? older : present;
  // The router's own hash has been decoded once already, which a quote with `&` in it does not survive.
  const raw = hash === '' ? '' : router.history.location.hash;
  const located = useMemo(
    () =>
      view === undefined
        ? ({ kind: 'nothing' } as const)
        : locate(view.text, raw, revision === null ? false : view.revision.startsWith(revision)),
    [view, raw, revision],
  );
  return {
    article,
    revision,
    view,
    present,
    isMissing,
    failure: now.error ?? (isMissing ? null : then.error),
    isOld: now.isPlaceholderData,
    located,
  };
};

/** Changes how the reader looks; the characters that the address names stay in it. */
export const useReaderLook = (): ((change: Readonly<Partial<Record<Look, string | null>>>) => void) => {
  const { dispute, id, params } = usePlace();
  const go = useGo();
  const router = useRouter();
  return (change) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) {
      if (value === null || value === undefined) next.delete(name);
      else next.set(name, value);
    }
    go.to(`${addressOf(dispute, 'sources', id, next).replace('%40', '@')}${router.history.location.hash}`, {
      replace: true,
    });
  };
};
