import { NO_STANCE } from '../../../src/view/desk/address.ts';
import type { FacetValue } from '../../../src/view/desk/types.ts';
import { isMessageKey, t } from '../messages/index.ts';
import { languageName } from './language-name.ts';
import { slotName } from './slot-name.ts';

/** Facets whose values are words of the program, not names out of the record: rows say them by the catalogue, so do facets. */
const BY_CATALOGUE: ReadonlySet<string> = new Set([
  'kind',
  'act',
  'mode',
  'stance',
  'status',
  'certainty',
  'background',
]);

/** A value of a facet in the words that rows use for it; names of people, outlets and places as they are. */
export const facetWords = (facet: string, { value, label }: Pick<FacetValue, 'value' | 'label'>): string => {
  if (facet === 'language') return languageName(value);
  if (facet === 'differs') return value === 'yes' ? t('facet-value.yes') : slotName(value);
  if (facet === 'stance' && value === NO_STANCE) return t('stance.unknown');
  const keys = [`${facet}.${value}`, `facet-value.${value}`];
  return BY_CATALOGUE.has(facet) ? (keys.filter(isMessageKey).map((key) => t(key))[0] ?? label) : label;
};
