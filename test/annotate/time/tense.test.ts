import { describe, expect, test } from 'vitest';
import { annotate, unmark } from './support.ts';

/** The value of the expression under the mark. */
const valueUnder = (marked: string, published = '2016-12-16'): string | undefined => {
  const { text, spans } = unmark(marked);
  return annotate(text, published).output.find(({ span }) => span.start === spans[0]?.start)?.value;
};

// Valdoria and its people are invented. 2016-12-16 is a Friday: Monday is the 12th behind or the 19th ahead.
describe('a bare weekday lies behind', () => {
  test.each([
    'The minister said [Monday] that talks would resume.',
    'Kestrel reported on [Monday] that the council will vote in spring.',
    'Talks that began [Monday] will end in January.',
    'The council, which will vote in January, met on [Monday].',
    'On [Monday], the elected council met and said it would sit again.',
    'Until [Monday], the envoys had not spoken.',
    'They may appeal, but on [Monday] they lost.',
    'The vote had been scheduled for [Monday].',
    'The envoys did not meet [Monday].',
    'They would look for ways around [Monday]’s ruling.',
    'Traders of the United Port Company struck [Monday].',
    'The council could have met on [Monday].',
    'Orland lost to Liss [Monday].',
    '[Monday] was quiet.',
  ])('%s', (marked) => {
    expect(valueUnder(marked)).toBe('2016-12-12');
  });
});

describe('a bare weekday lies ahead', () => {
  test.each([
    'The envoys will meet [Monday].',
    'The envoys won’t meet on [Monday].',
    'The minister said the talks will resume [Monday].',
    'A treaty will be signed [Monday].',
    'The treaty is to be signed on [Monday].',
    'The council is to resume its session [Monday].',
    'The envoys meet again [Monday].',
    'The session opens on [Monday].',
    'They agreed to meet [Monday].',
    'A vote is scheduled for [Monday].',
    'The hearing was postponed until [Monday].',
    'The delegation would be travelling to United Orland [Monday].',
    'He said the talks failed, but on [Monday] the envoys will meet again.',
    'The minister said [Monday]’s vote would go ahead.',
    'They will speak before [Monday]’s vote.',
    'The envoy might come as soon as [Monday].',
  ])('%s', (marked) => {
    expect(valueUnder(marked)).toBe('2016-12-19');
  });
});

describe('soon', () => {
  test.each([
    ['They will meet soon.', 1],
    ['The envoys are soon to meet.', 1],
    ['The town soon fell.', 0],
    ['The envoy was soon released.', 0],
    ['They left as soon as it rained.', 0],
  ])('%s', (text, count) => {
    expect(annotate(text).output).toHaveLength(count);
  });
});
