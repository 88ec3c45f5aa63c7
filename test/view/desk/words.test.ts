import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleId } from '../../../src/model/brand.ts';
import { evidenceWords } from '../../../src/view/desk/evidence-words.ts';
import { ownValue, readingWords, rejectionWords, segmentWords } from '../../../src/view/desk/words.ts';
import { rulesOf } from '../../../tools/rules-reference.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CLEAN = join(ROOT, 'src/clean');
const REASON = /^[a-z]+(?:-[a-z]+)*$/;

const filesOfClean = (): readonly string[] =>
  readdirSync(CLEAN, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const PLACES = [
  // `rejected: 'x'`, `rejected === 'x'`, `const rejected = … ? 'x' : …;`
  /rejected\b[^;,{}]{0,200}/g,
  // What the judging functions return.
  /const (?:reasonAgainst|reject) =[\s\S]{0,600}?\n(?=\n|\s*\};)/g,
  // The reason as an argument of the functions that read a date: `readDate(raw, RULE, rank, 'x', words)`.
  /(?:readDate|datesAt|dates)\((?:[^()]|\([^()]*\)){0,200}, '[a-z-]+', words\)/g,
];

/** Signs of mark-up and codes of diagnostics: no reasons. */
const OTHERS = ['clock', 'date-given-rejected', 'date-future', 'date-impossible', 'info'];

/** The string literals of every expression that can become the reason of a reading. */
const reasonsOfSources = (): readonly string[] => {
  const expressions = filesOfClean()
    .map((file) => readFileSync(join(CLEAN, file), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''))
    .flatMap((source) => PLACES.flatMap((place) => source.match(place) ?? []));
  const literals = expressions.flatMap((text) =>
    [...text.matchAll(/'([^'\n]*)'/g)].map(([, word = '']) => word),
  );
  return [...new Set(literals)].filter((word) => REASON.test(word) && !OTHERS.includes(word));
};

describe('words', () => {
  const rules = rulesOf(ROOT).map(({ id }) => id);

  test('every rule that labels a stretch has words', () => {
    const labels = rules.filter((id) => /^clean\/(?!published\/|evidence\/)/.test(id));
    expect(labels.length).toBeGreaterThan(40);
    expect(labels.filter((id) => segmentWords(ruleId(id)) === id)).toEqual([]);
  });

  test('every rule that bounds a day of publication has words', () => {
    const evidence = rules.filter((id) => id.startsWith('clean/evidence/'));
    expect(evidence.length).toBeGreaterThan(20);
    expect(evidence.filter((id) => evidenceWords(ruleId(id)) === id)).toEqual([]);
  });

  test('every rule that reads a day of publication has words', () => {
    const readings = rules.filter((id) => id.startsWith('clean/published/'));
    expect(readings.length).toBeGreaterThan(12);
    expect(readings.filter((id) => readingWords(ruleId(id)) === id)).toEqual([]);
  });

  test('every reason for passing a reading over has words', () => {
    const reasons = reasonsOfSources();
    expect(reasons).toEqual(
      expect.arrayContaining(['crawl-clock', 'updated', 'impossible', 'future', 'same-day', 'outranked']),
    );
    expect(reasons.filter((reason) => rejectionWords(reason) === reason)).toEqual([]);
  });

  test('a new version of a rule keeps the words; what is not known stays as it is', () => {
    expect(readingWords('clean/published/json-ld@7')).toBe('JSON-LD datePublished');
    expect(segmentWords(ruleId('clean/text/not-yet@1'))).toBe('clean/text/not-yet@1');
    expect(rejectionWords('not-yet')).toBe('not-yet');
  });

  test('a key that every object has is no entry', () => {
    expect(rejectionWords('constructor')).toBe('constructor');
    expect(ownValue({ a: 1 }, 'toString')).toBeUndefined();
  });
});
