import { entityId } from '../../model/brand.ts';
import type { OutletEntry } from '../../model/knowledge.ts';
import type { EntityRef } from '../../model/page.ts';
import type { Dateline } from '../marks/dateline.ts';
import type { Outlets } from '../outlets.ts';
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
): EntityRef | null => {
  const host = hostOf(url ?? meta?.canonical ?? null);
  const known = host === null ? null : outlets.ofHost(host);
  if (known !== null) return refOf(known);
  const names = [meta?.publisher ?? null, meta?.siteName ?? null].filter((name) => name !== null);
  for (const name of names) {
    const outlet = outlets.named(name);
    if (outlet !== null) return refOf(outlet);
  }
  const name = names[0] ?? null;
  if (host !== null) return { id: entityId(slug(host)), name: name ?? host };
  if (name !== null && slug(name) !== '') return { id: entityId(slug(name)), name };
  return signer(dateline);
};

const refOf = ({ id, name }: OutletEntry): EntityRef => ({ id, name });

/** An agency's sign in the dateline is evidence of the outlet only when nothing else is known. */
const signer = (dateline: Dateline | null): EntityRef | null =>
  dateline?.sign?.outlet ? refOf(dateline.sign.outlet) : null;

/** The host of a URL without `www.` and the like, or null. */
export const hostOf = (url: string | null): string | null => {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i.exec(url ?? '');
  const host = match?.[1]?.toLowerCase().replace(/^(?:www\d?|m|mobile|amp)\./, '') ?? '';
  return /^[\p{L}\p{N}.-]+$/u.test(host) && host.includes('.') ? host.slice(0, 150) : null;
};

/** Lower-case letters, digits and hyphens. */
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
