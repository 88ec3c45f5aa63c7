import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsInLanguage } from '../../../eval/lib/extract.ts';
import { readSections } from '../../../eval/lib/sections.ts';
import { loadKnowledge } from '../../../src/app/knowledge.ts';
import type { EventMention } from '../../../src/model/annotation.ts';
import type { Knowledge } from '../../../src/model/knowledge.ts';

const path = (name: string): string =>
  fileURLToPath(new URL(`../../../eval/corpora/${name}`, import.meta.url));

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge({ pack: path('statements/pack.json') });
});

/** Sentences of the corpus that are still told wrong; each would have to leave this list when it is mended. */
const MISSED: ReadonlySet<string> = new Set([
  'Not once has Lenz visited Orland.',
  'Valdoria sees no need to discuss the islands with Orland.',
  'A proposed treaty between Valdoria and Orland lies unsigned in Tesk.',
  'Since his visit to Orland in May, Lenz has said little.',
  'Demands for a withdrawal of Valdorian troops from Great Teal were repeated.',
  'The threat of Orlandic sanctions against Valdoria hangs over the port.',
  'Talks are being held between Valdoria and Orland in Tesk.',
  'Orland has two warships stationed in the strait.',
  'Orland has kept its sanctions against Valdoria in place since 2014.',
  'Tal is on a visit to Orland.',
  'Orland said reports that it had withdrawn its troops from Westrey were untrue.',
  'Valdoria made an offer to Orland. It was rejected by Hale.',
  'Orland wrote to Valdoria on Monday. It demanded an apology.',
  'The offer came from Orland, and went to Ulmira, which accepted it.',
  'Tal, whose ministry had denied it, visited Orland on Monday.',
  'Two Valdorian diplomats were expelled from Orland on Monday.',
  'The talks between Valdoria and Orland were mediated by Korr.',
  'Korr received Wade in Tesk on Monday.',
  'Ulmira hosted a conference on the strait, attended by Valdoria and Orland.',
  "Orland's ambassador in Tesk accused Valdoria of bad faith.",
  'The League of Evacuees asked Valdoria to reopen the gate.',
  'Deputies of the governing party in Valdoria demanded the resignation of Lenz.',
  'Hundreds of fishermen marched in Hale on Monday against the fees of Valdoria.',
  'Hollis, in a letter to Lenz, asked for an answer.',
  'Orland received aid from Ulmira on Monday.',
]);

const lines = (file: string, section: string) =>
  readSections(readFileSync(path(`events-realis/${file}.txt`), 'utf8'))
    .filter(({ part }) => part === section)
    .map(({ line }) => {
      const at = line.indexOf(' | ');
      return { text: line.slice(at + 3), expected: line.slice(0, at).split('; ') };
    });

const sides = (event: EventMention, isTarget: boolean): string =>
  event.participants
    .filter(({ role }) => (role === 'target' || role === 'host') === isTarget)
    .map(({ id, party }) => (party !== null && party.id === id.split('-')[0] ? party.id : id))
    .sort()
    .join(',');

/** Whether one of the events is what is expected: type, realis, who where it is stated. */
const isTold = (events: readonly EventMention[], expected: string): boolean => {
  const [types = '', realis = '', ...stated] = expected.split(' ');
  const who = stated.find((one) => one.startsWith('who='))?.slice(4);
  return events.some((event) => {
    if (!types.split('/').includes(event.type) || event.realis !== realis) return false;
    if (who === undefined) return true;
    const [doers = '', targets = ''] = who.replaceAll('-,', '').split('>');
    const sorted = (ids: string): string => (ids === '-' ? '' : ids.split(',').sort().join(','));
    return sides(event, false) === sorted(doers) && sides(event, true) === sorted(targets);
  });
};

describe.each([
  ['casts', 'casts-tuning'],
  ['press', 'press-tuning'],
])('%s', (file, section) => {
  test.each(lines(file, section).filter(({ text }) => !MISSED.has(text)))('$text', ({ text, expected }) => {
    const events = eventsInLanguage(text, 'en', knowledge);
    expect(expected.filter((one) => !isTold(events, one))).toEqual([]);
  });
});

describe('what is opened by speaking, and what is put off', () => {
  const types = (text: string): readonly string[] =>
    eventsInLanguage(text, 'en', knowledge).map(({ type, fate }) =>
      fate === null ? type : `${type} ${fate}`,
    );

  test.each([
    ['Lenz praised Orland.', ['support']],
    ['Lenz promised that the radar on Great Teal would be switched off.', ['promise', 'withdraw']],
    ['Lenz put off a visit to Orland.', ['visit postponed']],
    ['Valdoria suspended its talks with Orland.', ['suspend']],
  ])('%s', (text, expected) => {
    expect(types(text).filter((type) => type !== 'concede')).toEqual(expected);
  });
});

describe('a day between an auxiliary and its verb', () => {
  test.each([
    [
      'Lenz will later this month host a summit of the coastal states.',
      'host_multilateral planned pavo-lenz',
    ],
    ['Hollis had on Monday refused to sign the treaty.', 'reject actual petra-hollis'],
    ['Hollis will this week visit Valdoria.', 'visit planned petra-hollis,valdoria'],
    ['Lenz and Hollis held a joint news conference in Brenn.', ''],
  ])('%s', (text, expected) => {
    const told = eventsInLanguage(text, 'en', knowledge).map(
      ({ type, realis, participants }) => `${type} ${realis} ${participants.map(({ id }) => id).join(',')}`,
    );
    expect(told.join('; ')).toBe(expected);
  });
});
