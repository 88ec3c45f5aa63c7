import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { anEntity, anExtraction } from '../support/builders.ts';
import { at, eventsOf, part, state } from './told.ts';

const TEXT = 'Fenland rejected the offer at talks with Marland in Port Ada.';
const over = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** A page that tells of talks and of a refusal there; `isLinked` says whether it names the talks as its setting. */
const page = (outlet: string, isLinked: boolean): Extraction =>
  anExtraction({
    text: `${TEXT} ${outlet}`,
    outlet: anEntity(outlet),
    published: '2031-05-16',
    events: [
      {
        type: 'reject',
        span: over(TEXT),
        trigger: over('rejected'),
        participants: [
          { ...state('Fenland'), role: 'initiator' },
          { ...state('Marland'), role: 'target' },
        ],
        time: at('2031-05-15'),
        ...(isLinked ? { setting: over('talks') } : {}),
      },
      {
        type: 'negotiate',
        span: over(TEXT),
        trigger: over('talks'),
        participants: [part('Ada Voss', 'Fenland'), part('Ivo Lind', 'Marland')],
        time: at('2031-05-15'),
      },
    ],
  });

describe('settings', () => {
  test('an act leads to the claim of the occasion that it was done at, whichever telling says so', () => {
    const claims = eventsOf([page('Post', false), page('Herald', true)]);
    const [act, talks] = ['reject', 'negotiate'].map((type) => claims.find((claim) => claim.type === type));
    expect(talks?.tellings).toHaveLength(2);
    expect(act?.setting).toBe(talks?.id);
    expect(talks).not.toHaveProperty('setting');
  });

  test('none where no telling names one', () => {
    expect(eventsOf([page('Post', false)]).every((claim) => claim.setting === undefined)).toBe(true);
  });
});
