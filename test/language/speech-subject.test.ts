import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../src/app/language.ts';
import { analyseText, speechSubjectOf } from '../../src/language/index.ts';

const read = async (text: string, verb: string) => {
  const sentence = analyseText(await loadLanguage('en'), text)[0]?.sentences[0];
  const { words = [], analysis } = sentence ?? {};
  const at = words.findIndex(({ form }) => form === verb);
  const { head, extent } = speechSubjectOf({ words, analysis: analysis ?? [] }, at);
  const phrase = extent === null ? null : text.slice(words[extent.from]?.start, words[extent.to - 1]?.end);
  return { head: head === null ? null : (words[head]?.form ?? null), phrase };
};

describe('the subject of a verb of speech', () => {
  test.each([
    ['"We stay," said Foreign Minister Ana Kestrel.', 'said', 'Kestrel', 'Foreign Minister Ana Kestrel'],
    ['The envoy, who had slept badly, said no.', 'said', 'envoy', 'The envoy, who had slept badly'],
    ['"The draft," he added, "is old."', 'added', 'he', 'he'],
    ['It was announced in Sorrel that the ferry would sail.', 'announced', null, null],
    ['"We wait," said Mark Rule, its head of news.', 'said', 'Rule', 'Mark Rule, its head of news'],
    ['Ana Venn (Ind., Skerrin) said no.', 'said', 'Venn', 'Ana Venn (Ind., Skerrin)'],
    ['The rebels, meanwhile, threatened a siege.', 'threatened', 'rebels', 'The rebels'],
    ['The ruling party on Wednesday rejected it.', 'rejected', 'party', 'The ruling party'],
    ['"No," the finance minister himself said.', 'said', 'minister', 'the finance minister'],
    ['Corran & Pike, a broker, warned of losses.', 'warned', 'Pike', 'Corran & Pike, a broker'],
    ['"Yes," Redic - through an interpreter - said.', 'said', 'Redic', 'Redic'],
    ['Both the navy and the ministry denied it.', 'denied', 'navy', 'Both the navy and the ministry'],
    ['Without naming Orland, the minister left.', 'naming', null, null],
  ])('%s', async (text, verb, head, phrase) => {
    expect(await read(text, verb)).toEqual({ head, phrase });
  });
});
