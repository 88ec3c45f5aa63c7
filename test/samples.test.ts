import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge, readBases } from '../src/app/knowledge.ts';
import { lintPack } from '../src/app/pack-lint.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import type { Pack } from '../src/model/pack.ts';
import { buildArchive } from '../tools/build-samples.ts';

interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}
interface ExpectedPage {
  readonly file: string;
  readonly record: number | null;
  readonly source: string | null;
  readonly outlet: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly published: string;
  readonly publishedReadable: 'day' | 'bounds';
  readonly publishedBounds: readonly [string, string] | null;
  readonly wire: string | null;
  readonly copyOf: string | null;
  readonly facts: readonly string[];
  readonly bodyFirst: string;
  readonly bodyLast: string;
  readonly statements: readonly {
    readonly speaker: string;
    readonly cue: string;
    readonly contentBegins: string;
    readonly kind: string;
    readonly said: string;
  }[];
  readonly events: readonly { readonly type: string; readonly clause: string; readonly realis: string }[];
  readonly nothingFrom: readonly string[];
}

const SAMPLES = new URL('../samples/kurils/', import.meta.url);
const readBytes = (path: string): Uint8Array => readFileSync(new URL(path, SAMPLES));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, SAMPLES), 'utf8')) as T;

const files = readdirSync(new URL('pages/', SAMPLES)).sort();
const sources = readdirSync(new URL('warc-src/', SAMPLES))
  .filter((file) => file.endsWith('.html'))
  .sort();
const { outlets } = readJson<{ readonly outlets: readonly Outlet[] }>('pack.json');
const quotes = readJson<readonly { fact: string | null; speaker: string; words: string }[]>('quotes.json');
const facts = readJson<readonly { id: string; speaker?: string; quote?: string }[]>('facts.json');
const expected = readJson<{ readonly pages: readonly ExpectedPage[] }>('expected.json').pages;

const CHARSETS: Readonly<Record<string, string>> = {
  'vostrubezh-ru-2019-01-22.txt': 'windows-1251',
  'shiomizaki-ja-2019-01-23.html': 'shift_jis',
};

const unquotePrintable = (text: string): string => {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)),
  );
};

const mhtmlBody = (raw: string): string => {
  const part = raw.split('Content-Transfer-Encoding: quoted-printable')[1] ?? '';
  return unquotePrintable(part.split('\r\n------MultipartBoundary')[0] ?? '');
};

const decoded = (path: string): string => {
  const name = path.slice(path.indexOf('/') + 1);
  const text = new TextDecoder(CHARSETS[name] ?? 'utf-8', { fatal: true }).decode(readBytes(path));
  return name.endsWith('.mhtml') ? mhtmlBody(text) : text;
};

/** The words of a page, a paragraph a line: scripts and tags out, the few entities that the samples use decoded. */
const wordsOf = (page: ExpectedPage): string => {
  const html = decoded(page.source === null ? `pages/${page.file}` : `warc-src/${page.source}`);
  return html
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
};

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What stands between quotation marks of any kind; an opening mark without its partner reaches to the line's end. */
const quotedRuns = (line: string): readonly string[] =>
  [...line.matchAll(/“([^”]*)|"([^"]*)"|«([^»]*)|‘([^’]*)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? m[4] ?? '');

const labelOf = (page: ExpectedPage): string => page.source ?? page.file;

describe('the sample coverage', () => {
  test('has at least 18 pages in the promised formats', () => {
    const count = (ending: string): number => files.filter((file) => file.endsWith(ending)).length;
    expect(files.length - 1 + sources.length).toBeGreaterThanOrEqual(18);
    expect(count('.html')).toBeGreaterThanOrEqual(9);
    expect(count('.txt')).toBeGreaterThanOrEqual(5);
    expect([count('.warc'), count('.mhtml'), sources.length]).toEqual([1, 1, 3]);
  });

  test('comes from exactly eight outlets, all under .example', () => {
    expect(outlets).toHaveLength(8);
    expect(new Set(expected.map((page) => page.outlet.id))).toEqual(new Set(outlets.map(({ id }) => id)));
    for (const domain of outlets.flatMap(({ domains }) => domains)) expect(domain).toMatch(/\.example$/);
  });

  test.each([...files.map((file) => `pages/${file}`), ...sources.map((file) => `warc-src/${file}`)])(
    '%s names no publisher and no address but those of the invented outlets',
    (path) => {
      const text = path.endsWith('.warc') ? new TextDecoder().decode(readBytes(path)) : decoded(path);
      const hosts = [...text.matchAll(/https?:\/\/([^/"'\s]+)/g)].map((m) => m[1] ?? '');
      for (const host of hosts) expect(host).toMatch(/\.example$|^schema\.org$/);
      const names = outlets.map(({ name }) => name);
      const publishers = [
        ...text.matchAll(/og:site_name" content="([^"]*)"/g),
        ...text.matchAll(/"publisher"\s*:\s*\{[^}]*"name"\s*:\s*"([^"]*)"/g),
      ].map((m) => m[1] ?? '');
      for (const publisher of publishers) expect(names).toContain(publisher);
    },
  );

  test.each(expected.map((page) => [labelOf(page), page] as const))(
    '%s says that it is a sample',
    (_, page) => {
      expect(wordsOf(page)).toMatch(/sample|invent|вымышлен|架空/i);
    },
  );
});

describe('quotations', () => {
  const known = quotes.map(({ words }) => fold(words));

  test.each(expected.map((page) => [labelOf(page), page] as const))(
    '%s quotes only words on record',
    (_, page) => {
      for (const line of wordsOf(page).split('\n'))
        for (const run of quotedRuns(line)) {
          const words = fold(run);
          expect(
            known.some((quote) => words !== '' && quote.includes(words)),
            run,
          ).toBe(true);
        }
    },
  );

  test('are all used, and none but the editorial lacks its fact', () => {
    const runs = expected.flatMap((page) => wordsOf(page).split('\n').flatMap(quotedRuns)).map(fold);
    for (const quote of known)
      expect(
        runs.some((run) => quote.includes(run)),
        quote,
      ).toBe(true);
    const own = quotes.filter(({ fact }) => fact === null);
    expect(own.map(({ speaker }) => speaker)).toEqual(['Shiomizaki Shimpo (invented newspaper)']);
    for (const { fact, speaker, words } of quotes.filter((quote) => quote.fact !== null)) {
      const row = facts.find(({ id }) => id === fact);
      expect([row?.speaker, row?.quote]).toEqual([speaker, words]);
    }
  });
});

describe('expected.json', () => {
  test('speaks of every page once', () => {
    const flat = files.filter((file) => !file.endsWith('.warc'));
    expect(
      expected
        .filter(({ source }) => source === null)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(flat);
    expect(expected.flatMap(({ source }) => source ?? []).sort()).toEqual(sources);
    expect(expected.flatMap(({ record }) => record ?? [])).toEqual([2, 3, 4]);
  });

  test.each(expected.map((page) => [labelOf(page), page] as const))(
    '%s holds the strings it names',
    (_, page) => {
      const text = wordsOf(page);
      for (const { cue, contentBegins } of page.statements) {
        expect(text).toContain(contentBegins);
        expect(text.toLowerCase()).toContain(cue.toLowerCase());
      }
      for (const { clause } of page.events) expect(text).toContain(clause);
      for (const words of [...page.nothingFrom, page.title, page.bodyFirst, page.bodyLast])
        expect(text).toContain(words);
      expect(page.statements.length + page.events.length).toBeGreaterThan(0);
      expect(page.nothingFrom.length).toBeGreaterThan(0);
    },
  );

  test.each(expected.map((page) => [labelOf(page), page] as const))('%s keeps its own rules', (_, page) => {
    const body = wordsOf(page);
    const [from, to] = [body.indexOf(page.bodyFirst), body.lastIndexOf(page.bodyLast)];
    for (const { contentBegins, kind } of page.statements) {
      expect(['direct', 'mixed', 'indirect']).toContain(kind);
      expect(kind !== 'direct' || /^[“"«‘]/.test(contentBegins), contentBegins).toBe(true);
      const at = body.indexOf(contentBegins, from);
      expect(at, contentBegins).toBeGreaterThanOrEqual(from);
      expect(at, contentBegins).toBeLessThan(to + page.bodyLast.length);
    }
    const [earliest, latest] = page.publishedBounds ?? [page.published, page.published];
    expect(page.published >= earliest && page.published <= latest).toBe(true);
    for (const fact of page.facts) expect(facts.map(({ id }) => id)).toContain(fact);
    expect(page.publishedBounds === null).toBe(page.publishedReadable === 'day');
  });

  test('has a cluster of December 2016 in which four articles carry one wire text', () => {
    const cluster = expected.filter(({ published }) => published.startsWith('2016-12'));
    const copies = cluster.filter(({ copyOf }) => copyOf === 'meridian-2016-12-16.html');
    expect(cluster.length).toBeGreaterThanOrEqual(5);
    expect(copies).toHaveLength(3);
    expect(copies.every(({ wire }) => wire === 'meridian-wire-service')).toBe(true);
  });

  test('spans the years 2010 to 2023', () => {
    const years = expected.map(({ published }) => published.slice(0, 4)).sort();
    expect([years[0], years.at(-1)]).toEqual(['2010', '2023']);
  });
});

describe('the pack of the samples', () => {
  test('has no findings', async () => {
    const value: unknown = readJson('pack.json');
    const persons = new Set<string>((await loadKnowledge()).persons.map(({ id }) => id));
    expect(lintPack(value, persons, await readBases(value))).toEqual([]);
  });

  test('is the kurils pack and the eight invented outlets', async () => {
    const [base, own] = await Promise.all(
      ['kurils', 'samples/kurils/pack.json'].map((pack) => loadKnowledge({ pack })),
    );
    expect(own?.pack?.id).toBe('kurils-samples');
    expect(own?.pack?.outlets).toEqual([...(base?.pack?.outlets ?? []), ...outlets]);
    const rest = (knowledge: Knowledge | undefined): unknown => {
      const { id, title, outlets, unreviewed, sources, ...lists } = knowledge?.pack ?? ({} as Partial<Pack>);
      return lists;
    };
    expect(rest(own)).toEqual(rest(base));
    expect(own?.outlets.filter(({ domains }) => domains.some((d) => d.endsWith('.example')))).toHaveLength(8);
    expect(own?.version).not.toBe(base?.version);
  });
});

describe('the page that describes the samples', () => {
  const readme = readFileSync(new URL('README.md', SAMPLES), 'utf8');

  test('lists the files on disk and no others', () => {
    const listed = [...readme.matchAll(/^\| `([^`]+\.(?:html|txt|mhtml|warc))` \|/gm)].map((m) => m[1] ?? '');
    expect(listed.toSorted()).toEqual([...files, ...sources].toSorted());
  });

  test('lists the outlets and the facts of each page', () => {
    for (const { name } of outlets) expect(readme).toContain(`| ${name}`);
    for (const { id } of outlets) expect(readme).toContain(`\`${id}\``);
    for (const page of expected)
      expect(readme).toContain(`| \`${labelOf(page)}\` | ${page.outlet.name} | ${page.facts.join(' ')} |`);
  });
});

describe('the web archive', () => {
  test('is built again to the same bytes', async () => {
    const { name, bytes } = await buildArchive();
    expect(Buffer.compare(readBytes(`pages/${name}`), bytes)).toBe(0);
  });
});
