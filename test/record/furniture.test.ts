import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';
import { reconcile } from '../../src/record/index.ts';
import { anEntity, anExtraction } from '../support/builders.ts';
import { KNOWLEDGE, part, prose } from './told.ts';

const READER: Knowledge = {
  ...KNOWLEDGE,
  languages: {
    en: {
      language: 'en',
      clean: {
        stopwords: [],
        lineWords: { told: [], reader: ['our', 'you'], self: [], comment: [], form: [] },
      } as never,
      mention: null,
      time: null,
      attribution: null,
      event: null,
    },
  },
};
const PAIR = [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')];
const DAYS = ['2031-05-12', '2031-05-13', '2031-05-14', '2031-05-15'];

/** Pages of the Lantern, one a day, each with its own story above the same last line. */
const pagesWith = (
  line: string,
  options: { speaker?: boolean; days?: readonly string[] } = {},
): readonly Extraction[] =>
  (options.days ?? DAYS).map((published, i) =>
    anExtraction({
      text: `${prose(i, 40)} 😀\n${line}`,
      outlet: anEntity('Lantern'),
      published,
      ...(line.includes(']content')
        ? {
            attributions: [
              { mode: 'indirect', speaker: options.speaker === true ? anEntity('Ada Voss') : null },
            ],
          }
        : {}),
      ...(line.includes(']trigger') ? { events: [{ type: 'meet', participants: PAIR }] } : {}),
    }),
  );

const kindsOf = (extractions: readonly Extraction[]): readonly string[] => [
  ...new Set(reconcile(extractions, READER).output.map(({ kind }) => kind)),
];

describe('lines that an outlet prints day after day', () => {
  test('about itself support no claim, and each page says so', () => {
    const pages = pagesWith('[The Lantern [met]trigger its readers in Reedham in 2019]clause.');
    const { output, diagnostics } = reconcile(pages, READER);
    expect(output).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(DAYS.map(() => 'claim-furniture'));
    expect(diagnostics[0]).toMatchObject({ severity: 'info', rule: 'record/furniture@1' });
    expect(diagnostics[0]?.span?.start).toBeGreaterThan(0);
  });

  test('to the reader support no claim', () => {
    expect(
      kindsOf(pagesWith('[Our reporters [met]trigger with ministers all over the valley]clause.')),
    ).toEqual([]);
  });

  test('about the dispute are background of the story and stay', () => {
    expect(kindsOf(pagesWith('[The two premiers [met]trigger in Reedham]clause without a result.'))).toEqual([
      'event',
    ]);
  });

  test('in which somebody is known to speak stay, though they name the outlet', () => {
    const line =
      '[Ada Voss]source [told]cue the Lantern [that the lighthouse would not be sold before winter]content.';
    expect(kindsOf(pagesWith(line, { speaker: true }))).toContain('statement');
  });

  test('count only from the third day on', () => {
    const line = '[The Lantern [met]trigger its readers in Reedham in 2019]clause.';
    expect(kindsOf(pagesWith(line, { days: DAYS.slice(0, 2) }))).toEqual(['event']);
  });

  test('that speak to somebody only within quotation marks stay', () => {
    expect(
      kindsOf(pagesWith('[The premiers [met]trigger in Reedham under the words “our river”]clause.')),
    ).toEqual(['event']);
  });

  test('give the same claims in any order of the pages', () => {
    const pages = pagesWith('[The Lantern [met]trigger its readers in Reedham in 2019]clause.');
    expect(reconcile([...pages].reverse(), READER)).toEqual(reconcile(pages, READER));
  });
});
