import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSafeNames } from '../../../src/app/jobs/safe-names.ts';

const one = (name: string): string => createSafeNames()(name);
const many = (...names: readonly string[]): readonly string[] => names.map(createSafeNames());

describe('createSafeNames', () => {
  test.each([
    ['page.html', 'page.html'],
    ['spring/2031/page.html', 'spring/2031/page.html'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Windows\\page.html', 'C/Windows/page.html'],
    ['a/./b/../page.html', 'a/b/page.html'],
    ['..', 'page'],
    ['', 'page'],
    ['\u0000\u001f', 'page'],
    ['pa\u0000ge\n.html', 'page.html'],
    ['page\u202elmth.txt', 'pagelmth.txt'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['com1.html', '_com1.html'],
    ['console.txt', 'console.txt'],
    ['page.html. . ', 'page.html'],
    ['<b>&"page"?.html', 'b&page.html'],
    ['\ud800page.html', '\ufffdpage.html'],
    ['記事 一.html', '記事 一.html'],
  ])('%j is %j', (name, safe) => {
    expect(one(name)).toBe(safe);
  });

  test('no two names are one, and no name is the folder of another', () => {
    expect(many('a.html', 'A.html', 'a.html', 'a/b.html', 'A.html/c.html', 'é.txt', 'e\u0301.txt')).toEqual([
      'a.html',
      'A-2.html',
      'a-3.html',
      'a/b.html',
      'A-4.html/c.html',
      'é.txt',
      'e\u0301-2.txt',
    ]);
    expect(many('a/b.html', 'a')).toEqual(['a/b.html', 'a-2']);
  });

  test('a long name keeps its ending', () => {
    const name = one(`${'記'.repeat(300)}.html`);
    expect(name.endsWith('記.html')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
  });

  test('whatever the names, the paths lie below the folder, each once', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('..', '.', '', 'a', 'A', 'aux', 'b.c'),
    );
    const name = fc.array(part, { maxLength: 12 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 20 }), (names) => {
        const paths = names.map(createSafeNames());
        expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length);
        for (const path of paths) {
          expect(resolve('/spool', path).startsWith(`${resolve('/spool')}${sep}`)).toBe(true);
          expect(path).not.toMatch(/[\u0000-\u001f]/);
          expect(path.split('/').every((one) => Buffer.byteLength(one) <= 190)).toBe(true);
          expect(paths.some((other) => other.startsWith(`${path}/`))).toBe(false);
        }
      }),
    );
  });
});
