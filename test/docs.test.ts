import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractCapture } from '../src/app/extract.ts';
import { extractJsonSchema } from '../src/app/extract-schema.ts';
import { loadKnowledge } from '../src/app/knowledge.ts';
import { pagesOf } from '../src/app/pages.ts';
import { EXIT_OF } from '../src/cli/exit.ts';
import { buildProgram } from '../src/cli/program.ts';
import type { Extraction } from '../src/model/extraction.ts';
import { referenceOf } from '../tools/cli-reference.ts';
import { rulesOf, rulesReference } from '../tools/rules-reference.ts';
import { PAGES, writePages } from './cli/pages.ts';
import type { Run } from './cli/run.ts';
import { demarche, jsonLines, scratch } from './cli/run.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const program = () =>
  buildProgram(
    () => Promise.reject(new Error('not run')),
    () => undefined,
  );

describe('generated pages are fresh', () => {
  test.each<[string, string, () => string]>([
    ['cli.md', 'build-cli-docs', () => referenceOf(program())],
    ['extract.schema.json', 'build-schemas', () => `${JSON.stringify(extractJsonSchema(), null, 2)}\n`],
    ['rules.md', 'build-rules-docs', () => rulesReference(rulesOf(ROOT))],
  ])('docs/reference/%s (npx tsx tools/%s.ts)', (file, _, make) => {
    expect(read(`docs/reference/${file}`)).toBe(make());
  });
});

test('docs/accuracy.md is what the floors say (npx tsx tools/build-accuracy-docs.ts)', () => {
  const args = ['node_modules/tsx/dist/cli.mjs', 'tools/build-accuracy-docs.ts', '--check'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(`${status} ${stderr.replace(/^npm warn.*\n/gm, '')}`).toBe('0 ');
});

/** The first cells of the rows of a page's tables that are code, with the second cell. */
const codeRows = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]*) \|/gm)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );

const sectionOf = (page: string, title: string): string =>
  page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

describe('codes.md', () => {
  const page = read('docs/reference/codes.md');

  test('has every error code with its exit status, and no other', () => {
    const rows = codeRows(sectionOf(page, 'Error codes'));
    expect(Object.fromEntries([...rows].map(([code, status]) => [code, Number(status)]))).toEqual(EXIT_OF);
  });

  test('has every diagnostic code, and no other', () => {
    const union =
      read('src/model/diagnostic.ts').split('export type DiagnosticCode =')[1]?.split(';')[0] ?? '';
    const codes = [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
    expect(codes.length).toBeGreaterThan(10);
    expect([...codeRows(sectionOf(page, 'Diagnostic codes')).keys()].toSorted()).toEqual(codes.toSorted());
  });

  test('the schema of output lists every error code', () => {
    const schema = read('docs/reference/extract.schema.json');
    for (const code of Object.keys(EXIT_OF)) expect(schema).toContain(`"${code}"`);
  });
});

describe('rules.md', () => {
  const page = read('docs/reference/rules.md');
  const generic = (rule: string): string =>
    rule.replace(/^(attribution|mention|resolve|framing)\/[a-z]+\//, '$1/LANGUAGE/');

  const rulesIn = ({ article, annotations }: Extraction): readonly string[] => [
    ...article.segments.map(({ rule }) => rule),
    ...article.published.map(({ rule }) => rule),
    ...Object.values(annotations).flatMap((layer: readonly { readonly rule: string }[]) =>
      layer.map(({ rule }) => rule),
    ),
  ];

  test('has every rule that decides something in the sample coverage', async () => {
    const knowledge = await loadKnowledge({ pack: 'kurils' });
    const met = new Set<string>();
    for await (const acquired of pagesOf([join(ROOT, 'samples/kurils/pages')])) {
      if (!acquired.ok) continue;
      for (const rule of rulesIn(extractCapture(acquired.capture, knowledge))) met.add(generic(rule));
    }
    expect(met.size).toBeGreaterThan(20);
    expect([...met].filter((rule) => !page.includes(`\`${rule}\``))).toEqual([]);
  });
});

const markdownFiles = (): readonly string[] => {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  return ['README.md', 'CONTRIBUTING.md', ...docs].filter((file) => existsSync(join(ROOT, file))).toSorted();
};

/** The lines of the `sh` blocks of a page that are commands, without comments. */
const shellLines = (page: string): readonly string[] =>
  [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap((match) => (match[1] ?? '').split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim(),
    )
    .filter((line) => /^(?:npx )?demarche\b|^npm\b/.test(line));

describe('the examples of the docs', () => {
  const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
  const pages = markdownFiles().map((file) => [file, shellLines(read(file))] as const);
  let record = '';
  let claim = '';

  beforeAll(async () => {
    const cwd = scratch();
    writePages(cwd, 'coverage');
    await demarche(['init', 'ready.demarche', '--pack', 'kurils'], { cwd });
    await demarche(['add', 'coverage', join(ROOT, 'samples/kurils/pages'), '--quiet'], { cwd });
    record = join(cwd, 'ready.demarche');
    const [row] = jsonLines((await demarche(['statements', '--json', '--limit', '1'], { cwd })).out);
    claim = String(row?.id);
  });

  test('there are some', () => {
    expect(pages.flatMap(([, lines]) => lines).length).toBeGreaterThan(1);
  });

  test.each(pages.filter(([, lines]) => lines.some((line) => line.startsWith('npm'))))(
    '%s: npm scripts are there',
    (_, lines) => {
      const named = lines.flatMap((line) =>
        [...line.matchAll(/npm (?:run )?(?:--silent )?([a-z:]+)/g)].map((m) => m[1] ?? ''),
      );
      const known = new Set([...Object.keys(scripts), 'ci', 'test', 'install', 'publish', 'pack', 'link']);
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    },
  );

  /** A folder as the examples suppose it: some coverage, saved pages, a page, lines, the samples. */
  const sandbox = (): string => {
    const cwd = scratch();
    writePages(cwd, 'coverage');
    symlinkSync(join(ROOT, 'samples/kurils/pages'), join(cwd, 'saved-pages'));
    writeFileSync(join(cwd, 'page.html'), PAGES['harbour-post.html'] ?? '');
    writeFileSync(join(cwd, 'pages.jsonl'), '{"id":1,"text":"Ada Voss said that the ferry would run."}\n');
    symlinkSync(join(ROOT, 'samples'), join(cwd, 'samples'));
    symlinkSync(join(ROOT, 'packs'), join(cwd, 'packs'));
    return cwd;
  };

  const words = (line: string): readonly string[] =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

  const run = (line: string, cwd: string, makesRecord: boolean): Promise<Run> => {
    const [first = ''] = line.replace(/^npx /, '').split(/ [|>]|<| && /);
    const args = words(first)
      .slice(1)
      .map((word, i, all) => (all[i - 1] === 'show' ? claim : word));
    return demarche(args, makesRecord ? { cwd } : { cwd, env: { DEMARCHE_RECORD: record } });
  };

  test.each(pages.filter(([, lines]) => lines.some((line) => line.includes('demarche '))))(
    '%s: every demarche command runs',
    async (_, all) => {
      const lines = all.filter((line) => !line.startsWith('npm'));
      const cwd = sandbox();
      const makesRecord = lines.some((line) => / init\b/.test(line));
      for (const line of lines) {
        const { status, err } = await run(line, cwd, makesRecord && !/ show\b/.test(line));
        expect([line, status, err.match(/^error.*$/m)?.[0] ?? null]).toEqual([line, 0, null]);
      }
      rmSync(cwd, { recursive: true, force: true });
    },
  );

  afterAll(() => rmSync(record, { force: true }));
});
