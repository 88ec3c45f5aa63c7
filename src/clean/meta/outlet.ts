import { slug } from '../../lib/slug.ts';
import { entityId } from '../../model/brand.ts';
import type { OutletEntry } from '../../model/knowledge.ts';
import type { EntityRef, SegmentKind } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import type { Dateline } from '../marks/dateline.ts';
import type { Outlets } from '../outlets.ts';
import type { Piece } from '../split.ts';
import type { HtmlMeta } from './html-meta.ts';

/**
 * Who published the page: the outlet of the address's domain, else the publisher or site name the mark-up gives, else the
 * one that signs the dateline. One that is not in `knowledge/` gets an id made of its host or name.
 */
export const findOutlet = (
  url: string | null,
  meta: HtmlMeta | null,
  dateline: Dateline | null,
  outlets: Outlets,
  own: OutletEntry | null,
): EntityRef | null => {
  const host = hostOf(url ?? meta?.canonical ?? null);
  const known = host === null ? null : outlets.ofHost(host);
  if (known !== null) return refOf(known);
  const names = [meta?.publisher ?? null, meta?.siteName ?? null].filter((name) => name !== null);
  for (const name of names) {
    const outlet = outlets.named(name);
    if (outlet !== null) return refOf(outlet);
  }
  if (own !== null) return refOf(own);
  const name = names[0] ?? null;
  if (host !== null) return { id: entityId(slug(host, 100)), name: name ?? host };
  if (name !== null && slug(name, 100) !== '') return { id: entityId(slug(name, 100)), name };
  return signer(dateline);
};

const refOf = ({ id, name }: OutletEntry): EntityRef => ({ id, name });

const LONG_NOTE = 80;
const BY_KIND: Readonly<Partial<Record<SegmentKind, number>>> = { legal: 3, promo: 2, other: 1 };

/**
 * The known outlet that the page's own lines name: its name alone on a line counts most, then in notices and plugs. Titles
 * of other stories and credits name others and do not count.
 */
export const ownOutlet = (text: string, pieces: readonly Piece[], outlets: Outlets): OutletEntry | null => {
  const votes = new Map<OutletEntry, number>();
  const vote = (outlet: OutletEntry, weight: number): void => {
    votes.set(outlet, (votes.get(outlet) ?? 0) + weight);
  };
  for (const piece of pieces) {
    if (
      piece.kind === 'body' ||
      piece.kind === 'headline' ||
      piece.kind === 'related' ||
      piece.kind === 'credit'
    )
      continue;
    const line = cover(text, piece.at).slice(0, 600);
    const head = outlets.masthead(line);
    if (head !== null) vote(head, 4);
    const weight = BY_KIND[piece.kind] ?? 0;
    if (head !== null || weight === 0 || line.split(/\s+/).length > LONG_NOTE) continue;
    for (const { outlet } of outlets.fullNamesIn(line, 0, line.length).slice(0, 3)) vote(outlet, weight);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
};

/** An agency's sign in the dateline is evidence of the outlet only when nothing else is known. */
const signer = (dateline: Dateline | null): EntityRef | null =>
  dateline?.sign?.outlet ? refOf(dateline.sign.outlet) : null;

/** The host of a URL without `www.` and the like, or null. */
export const hostOf = (url: string | null): string | null => {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i.exec(url ?? '');
  const host = match?.[1]?.toLowerCase().replace(/^(?:www\d?|m|mobile|amp)\./, '') ?? '';
  return /^[\p{L}\p{N}.-]+$/u.test(host) && host.includes('.') ? host.slice(0, 150) : null;
};
