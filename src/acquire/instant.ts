import type { Instant } from '../model/brand.ts';
import { instant } from '../model/brand.ts';

/** The moment a header names (ISO 8601 or an HTTP/mail date), or null. A date without a zone is taken as UTC. */
export const readInstant = (value: string | undefined): Instant | null => {
  if (value === undefined) return null;
  const iso = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/.test(value) && !value.endsWith('Z') ? `${value}Z` : value;
  const zoned = /(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2}|\([A-Z]+\))\s*$/.test(iso) ? iso : `${iso} GMT`;
  const time = Date.parse(zoned);
  if (Number.isNaN(time)) return null;
  const text = new Date(time).toISOString();
  return /^\d{4}-/.test(text) ? instant(text) : null;
};
