import { describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../src/model/brand.ts';
import { ruleId } from '../../../src/model/brand.ts';
import type { Claim } from '../../../src/model/claim.ts';
import { edtf, rangeOf } from '../../../src/model/edtf/index.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { Article } from '../../../src/model/page.ts';
import { citeClaim } from '../../../src/view/desk/cite.ts';
import {
  bibtexText,
  citedDate,
  insideQuotes,
  linkOf,
  markdownText,
  oneLine,
} from '../../../src/view/desk/cite-text.ts';
import { anEntity, anEvent, anExtraction, aStatement } from '../../support/builders.ts';

const RECORD = { title: 'The Straits', address: 'http://127.0.0.1:4747/straits/claims/s-1' };

const base = anExtraction({
  text: '😀 “[The straits stay open]content”, [Ada Voss]source [said]cue in Port Halm.',
  title: 'Straits stay open',
  url: 'https://post.example/2031/straits',
  wires: [{ ...anEntity('Northern Wire'), at: null }],
  path: 'pages/one.html',
  attributions: [{ speaker: anEntity('Ada Voss') }],
});

const withArticle = (article: Partial<Article>, extraction: Extraction = base): Extraction => ({
  ...extraction,
  article: { ...extraction.article, ...article },
});

const publishedAs = (value: string, rule = 'clean/published/json-ld@1'): Partial<Article> => ({
  published: [{ value: rangeOf(edtf(value)), at: null, raw: null, rule: ruleId(rule), rejected: null }],
});

const cite = (extraction: Extraction, claim: Claim = aStatement({ from: [extraction] })) =>
  citeClaim(claim, new Map<ArticleId, Extraction>([[extraction.article.id, extraction]]), RECORD);

const claimIdOf = (extraction: Extraction): string => aStatement({ from: [extraction] }).id;

describe('a citation', () => {
  const extraction = withArticle({ byline: 'Ben Marsh' });
  const id = claimIdOf(extraction);
  const cited = cite(extraction);

  test('in the Chicago manner', () => {
    expect(cited.chicago).toBe(
      'Ben Marsh, “Straits stay open,” The Harbour Post, May 14, 2031, https://post.example/2031/straits: ' +
        `“The straits stay open” (Ada Voss); copy of Northern Wire; found as claim ${id} in the record ` +
        '“The Straits”; http://127.0.0.1:4747/straits/claims/s-1.',
    );
  });

  test('as BibTeX', () => {
    expect(cited.bibtex).toBe(
      [
        `@online{demarche-${id},`,
        '  author = {{Ben Marsh}},',
        '  title = {{Straits stay open}},',
        '  organization = {The Harbour Post},',
        '  year = {2031},',
        '  month = may,',
        '  day = {14},',
        '  url = {https://post.example/2031/straits},',
        '  langid = {en},',
        `  note = {Ada Voss: “The straits stay open”; copy of Northern Wire; found as claim ${id} in the record “The Straits”; http://127.0.0.1:4747/straits/claims/s-1},`,
        '}',
        '',
      ].join('\n'),
    );
  });

  test('as CSL-JSON', () => {
    expect(JSON.parse(cited.csl)).toEqual([
      {
        id,
        type: 'article-newspaper',
        title: 'Straits stay open',
        author: [{ literal: 'Ben Marsh' }],
        'container-title': 'The Harbour Post',
        issued: { 'date-parts': [[2031, 5, 14]] },
        URL: 'https://post.example/2031/straits',
        archive_location: 'one.html',
        language: 'en',
        note: expect.stringContaining(
          `copy of Northern Wire; found as claim ${id} in the record “The Straits”`,
        ),
      },
    ]);
  });

  test('as a Markdown footnote', () => {
    expect(cited.markdown).toBe(
      `[^${id}]: Ben Marsh, “Straits stay open”, *The Harbour Post*, 14 May 2031, <https://post.example/2031/straits>: ` +
        `“The straits stay open” (Ada Voss); copy of Northern Wire; found as claim ${id} in the record “The Straits”, ` +
        '<http://127.0.0.1:4747/straits/claims/s-1>.\n',
    );
  });

  test('of a page without title, outlet, day and address names its file, not the folders of a machine', () => {
    const bare = cite(
      withArticle(
        { title: null, outlet: null, published: [], url: null, wires: [] },
        { ...base, page: { ...base.page, url: null } },
      ),
      {
        ...aStatement({ from: [base] }),
        tellings: [{ ...aStatement({ from: [base] }).tellings[0], outlet: null, published: null }],
      },
    );
    expect(bare.chicago).toMatch(/^untitled page, n\.d\., one\.html: “The straits/);
    expect(bare.bibtex).toMatch(/^@article\{/);
    expect(bare.bibtex).toContain('year = {n.d.}');
    expect(bare.bibtex).toContain('kept as one.html');
    expect(bare.bibtex).not.toContain('month');
    expect(JSON.parse(bare.csl)[0]).toMatchObject({ type: 'webpage', archive_location: 'one.html' });
    expect(JSON.parse(bare.csl)[0]).not.toHaveProperty('issued');
    expect(bare.markdown).toContain('untitled page, n.d., one.html: ');
    expect(bare.csl).toContain('no day of publication is known');
  });

  test('of a page that is only bounded says how its day is known', () => {
    const bounded = cite(withArticle(publishedAs('2029/2033', 'clean/published/bounded@1')));
    const known = 'no day is told; bounded by what the text tells and when it was captured';
    expect(bounded.chicago).toContain(`between 2029 and 2033 (${known})`);
    expect(bounded.markdown).toContain(`between 2029 and 2033 (${known})`);
    expect(bounded.bibtex).toContain('year = {n.d.}');
    expect(JSON.parse(bounded.csl)[0].issued).toEqual({ literal: 'between 2029 and 2033' });
    expect(JSON.parse(bounded.csl)[0].note).toContain(`published between 2029 and 2033: ${known}`);
  });

  test('of a page that is no longer held rests on the claim itself', () => {
    const gone = citeClaim(aStatement({ from: [base] }), new Map(), RECORD);
    expect(gone.chicago).toMatch(
      /^untitled page, The Harbour Post, May 14, 2031: “The straits stay open” \(Ada Voss\)/,
    );
    expect(gone.csl).not.toContain('undefined');
  });

  test('is by the fullest account, with how widely it is told', () => {
    const short = anExtraction({ text: '“[Stay open]content”, [Ada Voss]source [said]cue.', title: 'Short' });
    const claim = {
      ...aStatement({ from: [short, base] }),
      witnesses: { articles: 2, outlets: 2, independent: 1 },
    };
    const held = new Map([short, base].map((one) => [one.article.id, one]));
    const { chicago } = citeClaim(claim, held, RECORD);
    expect(chicago).toContain('“Straits stay open,”');
    expect(chicago).toContain('reported by 2 texts (1 independent)');
  });

  test('of an event quotes its clause and nobody as speaker', () => {
    const extraction = anExtraction({ text: '[Ada Voss [met]trigger Tarn Vesh]clause.', title: 'Talks' });
    expect(cite(extraction, anEvent({ from: [extraction] })).chicago).toContain(
      ': “Ada Voss met Tarn Vesh”; found',
    );
  });
});

describe('dates of citations', () => {
  const of = (value: string) => citedDate(edtf(value), 'as told');

  test('are cut to what is known', () => {
    expect(of('2031-05-14').american).toBe('May 14, 2031');
    expect(of('2031-05-14T10:00:00Z').parts).toEqual([2031, 5, 14]);
    expect(of('2031-05')).toMatchObject({ american: 'May 2031', parts: [2031, 5] });
    expect(of('2031-XX')).toMatchObject({ american: '2031', parts: [2031] });
    expect(of('2031-05-XX').parts).toEqual([2031, 5]);
    expect(of('2031~')).toMatchObject({ american: 'ca. 2031', isAbout: true });
    expect(of('2031-22')).toMatchObject({ american: 'Summer 2031', parts: [2031], season: 2 });
  });

  test('that are no calendar dates are told in words', () => {
    for (const value of ['203X', '20XX', '2029/2033', '../2031', '2031-33'])
      expect(of(value)).toMatchObject({ american: 'as told', parts: [] });
  });

  test('about right are circa in CSL, and every month is one that BibTeX knows', () => {
    expect(JSON.parse(cite(withArticle(publishedAs('2031-05~'))).csl)[0].issued).toEqual({
      'date-parts': [[2031, 5]],
      circa: true,
    });
    for (let month = 1; month <= 12; month++) {
      const { bibtex } = cite(withArticle(publishedAs(`2031-${String(month).padStart(2, '0')}`)));
      expect(bibtex).toMatch(/^ {2}month = (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec),$/m);
    }
    expect(cite(withArticle(publishedAs('2031-33'))).bibtex).not.toContain('month');
  });
});

const HOSTILE = [
  '} @comment{ \\input{/etc/passwd} {',
  '\\',
  '{',
  '}',
  '{{}',
  '50% & $5 #1 a_b ^ ~ <i>"x"</i>',
  '](javascript:alert(1)) [x](http://evil.example) ![y](z)',
  '<script>alert(1)</script>',
  '`code` *bold* _em_ ~~no~~ | a | b',
  '# heading',
  '- list',
  '1. list',
  '> quote',
  'www.evil.example',
  'mail@evil.example',
  'line\nline\r\n\r\n    code',
  'tab\tnull\u0000bell\u0007',
  '\u202eright to left\u2066',
  '"quoted" “twice” «thrice»',
  'Who owns the sea?',
  '\ud83d half',
  '[^1]: other',
  '&lt;b&gt; &amp;',
  '海峡は「開放」',
];

describe('hostile words', () => {
  const cited = HOSTILE.map((words) => {
    const hostile = withArticle({
      title: words,
      byline: words,
      outlet: anEntity(words, 'x'),
      wires: [{ ...anEntity(words, 'w'), at: null }],
    });
    const claim = aStatement({ from: [hostile], speaker: anEntity(words, 'y') });
    return citeClaim(claim, new Map([[hostile.article.id, hostile]]), { title: words, address: words });
  });

  test('stay inside their BibTeX field', () => {
    for (const { bibtex } of cited) {
      expect(bibtex).toMatch(
        /^@(?:online|article)\{[a-z0-9-]+,\n(?: {2}[a-z]+ = (?:\{.*\}|[a-z]{3}),\n)+\}\n$/,
      );
      for (const line of bibtex.split('\n').slice(1, -2)) {
        const open = (line.match(/\{/g) ?? []).length;
        expect(open).toBe((line.match(/\}/g) ?? []).length);
        if (!line.startsWith('  url'))
          expect(line.replace(/\\[$&#%_]|\\text[a-z]+\{\}/g, '')).not.toMatch(/[\\$&#%_^~"<>]/);
      }
    }
  });

  test('stay words in Markdown', () => {
    for (const { markdown } of cited) {
      expect(markdown.split('\n')).toHaveLength(2);
      const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/^\[\^[a-z0-9-]+\]: /, '');
      expect(
        bare.replaceAll('<https://post.example/2031/straits>', '').replace(/(?<= )\*|\*(?=, )/g, ''),
      ).not.toMatch(/[`*_[\]<>|~&]|:\/\/|www\./);
    }
  });

  test('are one line of plain text and valid JSON', () => {
    for (const { chicago, csl } of cited) {
      expect(chicago).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      const [entry] = JSON.parse(csl) as readonly Record<string, unknown>[];
      expect(Object.keys(entry ?? {})).toEqual(expect.arrayContaining(['id', 'type', 'title', 'note']));
      expect(entry?.title).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }
  });

  test('only web addresses are linked, and what would end a link is escaped', () => {
    expect(linkOf('javascript:alert(1)')).toBeNull();
    expect(linkOf('data:text/html,x')).toBeNull();
    expect(linkOf('http:///x')).toBeNull();
    expect(linkOf(null)).toBeNull();
    expect(linkOf('https://post.example/a_b?x=1&y=%20#top')).toBe('https://post.example/a_b?x=1&y=%20#top');
    expect(linkOf(' https://post.example/a b>(c)}\\\n')).toBe('https://post.example/a%20b%3E%28c%29%7D%5C');
    const { markdown, chicago } = cite(withArticle({ url: 'javascript:alert(1)' }));
    expect(markdown).not.toContain('<javascript');
    expect(chicago).not.toContain('javascript');
  });

  test('single functions', () => {
    expect(bibtexText('{a}\\')).toBe('\\textbraceleft{}a\\textbraceright{}\\textbackslash{}');
    expect(markdownText('1. a - b')).toBe('1\\. a - b');
    expect(markdownText('- a_b')).toBe('\\- a\\_b');
    expect(insideQuotes('He said "no" and “never”')).toBe('He said ‘no’ and ‘never’');
    expect(oneLine(' a \n\t b\u202e ')).toBe('a b');
    expect(cite(withArticle({ title: 'Who owns the sea?' })).chicago).toContain(
      '“Who owns the sea?,” The Harbour Post',
    );
  });
});
