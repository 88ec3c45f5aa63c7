import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../web/src/messages/en.ts';
import { type Catalogue, speak, t } from '../../web/src/messages/index.ts';
import { ja } from '../../web/src/messages/ja.ts';
import { ru } from '../../web/src/messages/ru.ts';

const ROOT = new URL('../../web/src/', import.meta.url).pathname;
const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages'))
  .map((name) => readFileSync(join(ROOT, name), 'utf8'));

const matches = (pattern: RegExp): readonly string[] =>
  SOURCES.flatMap((text) => [...text.matchAll(pattern)].map(([, found]) => found ?? ''));

/** Every string in the sources, and the beginnings of those that are put together (`clock.${clock}`). */
const literals: ReadonlySet<string> = new Set(matches(/['"`]([\w.\- ]+)['"`]/g));
const beginnings: readonly string[] = [...new Set(matches(/`([a-z][\w-]*\.[\w.-]*)\$\{/g))];

const keys = Object.keys(en);
const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();

describe('the catalogue', () => {
  it('has every key that the desk asks for', () => {
    const asked = matches(/\bt\(\s*'([^']+)'/g);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('has words for every beginning that the desk completes', () => {
    const begun = matches(/\bt\(\s*`([^`$]+)\$\{/g);
    expect(begun.filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });

  it('has no key that nobody asks for', () => {
    const isUsed = (key: string): boolean =>
      literals.has(key) || beginnings.some((start) => key.startsWith(start));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('has no key in two of its files', () => {
    const folder = join(ROOT, 'messages/en');
    const all = readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key ?? ''),
    );
    expect(all.length).toBe(keys.length);
  });

  it.each([
    ['ru', ru],
    ['ja', ja],
  ] as const)('in %s knows no other keys and the same placeholders', (_, catalogue: Catalogue) => {
    const given = Object.entries(catalogue);
    expect(given.filter(([key]) => !keys.includes(key))).toEqual([]);
    const english = en as Readonly<Record<string, string>>;
    expect(
      given.filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(english[key] ?? '')}`),
    ).toEqual([]);
  });

  it('uses the words of the house', () => {
    const wrong = /\b(docs?|documents?|items?|timestamps?|duplicates?|contradict\w*|false)\b/i;
    expect(Object.entries(en).filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

describe('words', () => {
  it('fill in values and take the form for a number', () => {
    expect(t('chips.count', { total: 212, of: 1904 })).toBe('212 of 1,904 claims');
    expect(t('jump.found', { n: 1 })).toBe('One statement found.');
    expect(t('jump.found', { n: 1904 })).toBe('1,904 statements found.');
  });

  it('leave what a value says as it is, even when it looks like a placeholder', () => {
    expect(t('chip.q', { q: '{n|a|b} $& {q}' })).toBe('“{n|a|b} $& {q}”');
  });

  it('take four forms where the language has them, and English where it has no words', () => {
    speak('ru', { 'jump.found': '{n|# заявление|# заявления|# заявлений|# заявления}' });
    try {
      expect([1, 3, 5].map((n) => t('jump.found', { n }))).toEqual([
        '1 заявление',
        '3 заявления',
        '5 заявлений',
      ]);
      expect(t('room.map')).toBe('Map');
    } finally {
      speak('en', en);
    }
  });
});
