import type { MentionType } from '../../../model/annotation.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { EntityRef } from '../../../model/page.ts';
import { worldOf } from '../../../model/world/index.ts';

/** A name as it is written, and whose it is. */
export interface NameRow {
  readonly text: string;
  readonly type: MentionType;
  readonly entity: EntityRef;
}

const made = new WeakMap<Knowledge, ReadonlyMap<string, readonly NameRow[]>>();

/** The Japanese names of knowledge and pack by their first character, the longest first; built once per knowledge. */
export const japaneseNames = (knowledge: Knowledge): ReadonlyMap<string, readonly NameRow[]> => {
  const known = made.get(knowledge);
  if (known !== undefined) return known;
  const byFirst = new Map<string, NameRow[]>();
  const add = (row: NameRow): void => {
    if ([...row.text].length < 2) return;
    const first = row.text[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), row]);
  };
  for (const { text, type, entity, language, kind } of worldOf(knowledge).names()) {
    if (language !== 'ja' || kind === 'demonym') continue;
    add({ text, type, entity });
    // `ミレラ・サンド` is `サンド` from then on, and mostly before.
    const surname = type === 'PERSON' ? text.split('・').at(-1) : undefined;
    if (surname !== undefined && surname !== text) add({ text: surname, type, entity });
    // An agency is called by its name with or without the word for agency.
    const bare = type === 'ORG' ? /^(.{2,})通信社?$/u.exec(text)?.[1] : undefined;
    if (bare !== undefined) add({ text: bare, type, entity });
  }
  for (const rows of byFirst.values()) rows.sort((a, b) => b.text.length - a.text.length);
  made.set(knowledge, byFirst);
  return byFirst;
};
