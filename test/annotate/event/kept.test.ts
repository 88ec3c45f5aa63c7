import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventAnnotator } from '../../../src/annotate/event/index.ts';
import { readSentences } from '../../../src/language/index.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';
import { knowledge, story } from './support.ts';

const file = new URL('../../../knowledge/models/en.bin', import.meta.url);
const trained: Knowledge = { ...knowledge, languageModels: { en: new Uint8Array(readFileSync(file)) } };

/** `type role:id,…` of each event of a marked text. */
const told = (markup: string): readonly string[] => {
  const { article, mentions, times, attributions } = story(markup);
  const annotations = { times, mentions, attributions, events: [], framing: [] };
  return eventAnnotator
    .run({ article, sentences: readSentences(article), annotations, knowledge: trained })
    .output.map(({ type, participants }) =>
      `${type} ${participants.map(({ role, id }) => `${role}:${id}`).join(',')}`.trim(),
    );
};

describe('acts of which one party is known, or none', () => {
  test.each([
    ['[Voss]ada-voss rejected the timetable.', ['reject initiator:ada-voss']],
    ['[Voss]ada-voss would not sign anything of the kind.', ['reject initiator:ada-voss']],
    ['[Voss]ada-voss called the survey a sham.', ['accuse initiator:ada-voss']],
    ['[Freedonia]fre is ready to share the charts.', ['offer initiator:fre']],
    // The court, in an article that is about a party known.
    ['[Freedonia]fre grows fruit. The tribunal ruled that the gates must stay open.', ['adjudicate']],
    ['[Freedonia]fre grows fruit. A trawler was rammed off the cape.', ['incident']],
    ['[Freedonia]fre grows fruit. The patrols will resume in spring.', ['resume']],
  ])('%s', (markup, expected) => {
    expect(told(markup)).toEqual(expected);
  });
});

describe('no acts of the story', () => {
  test.each([
    'The tribunal ruled that the gates must stay open.',
    '[Freedonia]fre grows fruit. The clerk ruled a line under the sum.',
    '[Freedonia]fre defended well and rejected nothing, and the goalkeeper was praised.',
    'In the play [Voss]ada-voss threatened [Orlan]ian-orlan.',
    '[Freedonia]fre and [Sylvania]syl have been asked for comment.',
  ])('%s', (markup) => {
    expect(told(markup)).toEqual([]);
  });
});

describe('acts that answer another', () => {
  test.each([
    [
      '[Sylvania]syl invited observers from [Freedonia]fre, which refused.',
      ['invite initiator:syl,target:fre', 'reject initiator:fre,target:syl'],
    ],
    [
      '[Sylvania]syl expelled two envoys. [Freedonia]fre called the move a provocation.',
      ['expel initiator:syl', 'accuse initiator:fre,target:syl'],
    ],
    ['[Freedonia]fre called the move a provocation.', ['accuse initiator:fre']],
  ])('%s', (markup, expected) => {
    expect(told(markup)).toEqual(expected);
  });
});
