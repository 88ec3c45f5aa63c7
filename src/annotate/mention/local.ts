import type { EntityRef } from '../../model/page.ts';
import type { NameEntry } from '../../model/world/index.ts';
import { emptyNode, insert, type Node } from './gazetteer.ts';

/** Names that an article itself teaches: acronyms in brackets, and what a party calls a place. */
export interface LocalNames {
  readonly root: Node;
  /** By which rule each was taught. */
  readonly rules: Map<NameEntry, string>;
}

/** No names yet. */
export const noLocalNames = (): LocalNames => ({ root: emptyNode(), rules: new Map() });

/** Takes up a name of one article. */
export const teach = (local: LocalNames, keys: readonly string[], entry: NameEntry, rule: string): void => {
  insert(local.root, keys, entry);
  local.rules.set(entry, rule);
};

/** A name as an article teaches it. */
export const localEntry = (
  text: string,
  entity: EntityRef,
  type: NameEntry['type'],
  kind: NameEntry['kind'] = 'alias',
): NameEntry => ({ text, entity, type, language: 'en', kind });
