import { describe, expect, test } from 'vitest';
import { verbForms } from '../../../src/annotate/event/inflect.ts';

describe('verb forms', () => {
  test.each([
    ['sign', 'sign signs signing signed'],
    ['propose', 'propose proposes proposing proposed'],
    ['ratify/ratified', 'ratify ratifies ratifying ratified'],
    ['ban/banned/banned', 'ban bans banning banned'],
    ['expel/expelled/expelled', 'expel expels expelling expelled'],
    ['drop', 'drop drops dropping dropped'],
    ['visit', 'visit visits visiting visited'],
    ['meet/met/met', 'meet meets meeting met'],
    ['fall/fell/fallen', 'fall falls falling fell fallen'],
    ['take/took/taken', 'take takes taking took taken'],
    ['agree', 'agree agrees agreeing agreed'],
    ['reach', 'reach reaches reaching reached'],
    ['go|goes|going|went', 'go goes going went'],
  ])('%s', (entry, forms) => {
    expect(verbForms(entry).map(([form]) => form)).toEqual(forms.split(' '));
  });

  test('past and participle are told apart only where they differ', () => {
    expect(Object.fromEntries(verbForms('fall/fell/fallen'))).toMatchObject({
      fell: 'past',
      fallen: 'participle',
    });
    expect(Object.fromEntries(verbForms('sign'))).toMatchObject({ signed: 'past+participle' });
  });
});
