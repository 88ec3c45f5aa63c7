import type { Acquired } from './acquired.ts';
import { failure } from './acquired.ts';
import type { BytesMeta } from './bytes.ts';
import { acquireBytes } from './bytes.ts';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { acquirePdf } from './pdf.ts';
import { sniff } from './sniff.ts';

const SHOWN = 5;

/** A list of feeds is no page; what can be done with it is said. */
export const opmlFailure = (path: string, addresses: readonly string[]): Acquired => {
  if (addresses.length === 0) return failure(path, 'empty', 'this list of feeds (OPML) names none');
  const shown = addresses.slice(0, SHOWN).map((address) => address.slice(0, 300));
  const more = addresses.length > SHOWN ? ` and ${addresses.length - SHOWN} more` : '';
  const feeds = addresses.length === 1 ? 'a feed' : `${addresses.length} feeds`;
  return failure(
    path,
    'unsupported-format',
    `this lists ${feeds} and holds no page; fetch them with: demarche add ${shown.join(' ')}${more}`,
  );
};

/**
 * The pages that some bytes hold: one for HTML, plain text, MHTML and PDF, one for each item of a feed. What cannot be read
 * comes as a failure. Never throws.
 */
export async function* acquirePages(
  bytes: Uint8Array,
  meta: BytesMeta,
  limits: Limits = DEFAULT_LIMITS,
): AsyncGenerator<Acquired> {
  const { kind } = bytes.length > limits.pageBytes ? { kind: 'plain' } : sniff(bytes);
  const path = meta.path ?? meta.url ?? '-';
  // The parser of feeds is large and seldom needed: it is loaded with the first feed.
  if (kind === 'feed') yield* (await import('./feed.ts')).acquireFeed(bytes, meta, limits);
  else if (kind === 'pdf') yield await acquirePdf(bytes, meta, limits);
  else if (kind === 'opml') {
    const { readOpml } = await import('./opml.ts');
    yield opmlFailure(
      path,
      readOpml(bytes).map(({ xmlUrl }) => xmlUrl),
    );
  } else yield acquireBytes(bytes, meta, limits);
}
