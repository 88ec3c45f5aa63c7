import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/clean/language.ts';
import { wordsOfKnowledge } from '../../src/clean/lexicon.ts';
import { KNOWLEDGE } from './support.ts';

test.each([
  ['The ministers of the two states met in the port and agreed to open the strait in spring.', 'en'],
  ['Министры двух стран встретились в порту и договорились открыть пролив весной.', 'ru'],
  ['両国の外相は港で会談し、春に海峡を開くことで合意した。', 'ja'],
  ['Міністри двох країн зустрілися в порту і домовилися відкрити протоку навесні.', 'und'],
  ['Die Minister der beiden Staaten trafen sich im Hafen und wollen die Meerenge im Frühjahr öffnen.', 'und'],
  ['两国外长在港口举行会谈，同意春天开放海峡。', 'und'],
  ['The word “Москва” and 東京 in an English sentence of the usual length.', 'en'],
  ['12345 — 😀', 'und'],
])('%s', (text, language) => expect(detectLanguage(text, wordsOfKnowledge(KNOWLEDGE))).toBe(language));
