import { acquireText } from '../../src/acquire/index.ts';
import { extractCapture } from '../../src/app/extract.ts';
import type { Annotations, Attribution } from '../../src/model/annotation.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import type { EntityRef } from '../../src/model/page.ts';
import type { StatementArticle } from './statements-gold.ts';

/** One statement as `extract` tells it; attributions that differ only in who spoke are one with several speakers. */
export interface Told {
  readonly attribution: Attribution;
  readonly speakers: readonly EntityRef[];
  readonly behalf: readonly EntityRef[];
}

/** What the whole extraction makes of an article, as a page of plain text published on its day. */
export const annotationsOf = (article: StatementArticle, knowledge: Knowledge): Annotations => {
  const acquired = acquireText({ text: article.text, url: null, id: article.id });
  if (!acquired.ok) throw new Error(`${article.id}: ${acquired.message}`);
  return extractCapture(acquired.capture, knowledge, {
    published: article.published,
    language: article.language,
  }).annotations;
};

/** The statements of an article by the whole extraction. */
export const tellStatements = (article: StatementArticle, knowledge: Knowledge): readonly Told[] =>
  grouped(annotationsOf(article, knowledge).attributions);

const keyOf = ({ cue, content, source }: Attribution): string => JSON.stringify([source, cue, content]);

/** Attributions of the same characters as one. */
export const grouped = (attributions: readonly Attribution[]): readonly Told[] => {
  const byKey = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const list = byKey.get(keyOf(attribution));
    if (list === undefined) byKey.set(keyOf(attribution), [attribution]);
    else list.push(attribution);
  }
  const known = (entity: EntityRef | null): entity is EntityRef => entity !== null;
  return [...byKey.values()].flatMap((list) => {
    const [attribution] = list;
    if (attribution === undefined) return [];
    return [
      {
        attribution,
        speakers: list.map(({ speaker }) => speaker).filter(known),
        behalf: list.map(({ behalf }) => behalf).filter(known),
      },
    ];
  });
};
