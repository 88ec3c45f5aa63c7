import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atomise } from '../../../src/annotate/time/atoms.ts';
import { grammarOf } from '../../../src/annotate/time/grammar.ts';
import { compilePattern, matchPattern } from '../../../src/annotate/time/pattern.ts';
import { readersOf } from '../../../src/annotate/time/readers.ts';
import { LANGUAGES, lexiconOf, unmark } from './support.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', '..', 'samples', 'kurils', 'pages');

/** Texts of a language: the examples of its rules, and for English some pages of the samples. */
const textsOf = (language: string): readonly string[] => {
  const examples = lexiconOf(language).rules.map(({ example }) => unmark(example).text);
  if (language !== 'en') return examples;
  const pages = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .slice(0, 6)
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
  return [...examples, ...pages];
};

// The look-up by two words only saves time. What it must not do is to leave out a rule that would have matched.
describe.each(LANGUAGES)('%s', (language) => {
  test('every rule that matches at an atom is among its candidates, in the order of the lexicon', () => {
    const lexicon = lexiconOf(language);
    const readers = readersOf(lexicon);
    const rules = lexicon.rules.map(({ name, match }) => ({ name, pattern: compilePattern(match, readers) }));
    const order = new Map(rules.map(({ name }, i) => [name, i]));
    const { candidates } = grammarOf(lexicon);
    let matches = 0;
    for (const text of textsOf(language)) {
      const atoms = atomise(text);
      for (let at = 0; at < atoms.length; at++) {
        const tried = candidates(atoms, at).map(({ rule }) => rule.name);
        const places = tried.map((name) => order.get(name) ?? -1);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const matching = rules.filter(({ pattern }) => matchPattern(pattern, atoms, at) !== null);
        matches += matching.length;
        for (const { name } of matching) expect(tried).toContain(name);
      }
    }
    expect(matches).toBeGreaterThan(rules.length);
  });

  test('few rules are tried at most words', () => {
    const { candidates } = grammarOf(lexiconOf(language));
    const atoms = atomise('the the of the a the');
    const tried = atoms.map((_, at) => candidates(atoms, at).length);
    expect(Math.max(...tried)).toBeLessThan(20);
  });
});
