import { beforeAll, expect, test } from 'vitest';
import { eventAnnotator } from '../../../src/annotate/event/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { anArticle, readText, theWorld } from '../../support/read.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await theWorld();
});

const initiators = (text: string, type: string): readonly string[] => {
  const article = anArticle(text);
  const annotations = readText(text, knowledge);
  return eventAnnotator
    .run({ article, sentences: readSentences(article), annotations, knowledge })
    .output.filter((event) => event.type === type)
    .flatMap(({ participants }) =>
      participants.filter(({ role }) => role === 'initiator').map(({ name }) => name),
    );
};

test.each([
  [
    'over a relative clause',
    'Envoy Ada Voss toured the isle, which Japan claims, and promised Norway further visits.',
    ['Ada Voss'],
  ],
  ['a government stays its state', 'Tokyo promised Norway further visits.', ['Japan']],
])('whoever speaks does what is done by speaking: %s', (_, text, expected) => {
  expect(initiators(text, 'promise')).toEqual(expected);
});
