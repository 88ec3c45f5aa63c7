import type { ArticleId } from '../../model/brand.ts';
import type { Claim } from '../../model/claim.ts';
import type { Extraction } from '../../model/extraction.ts';
import { publishedOf } from '../../model/page.ts';
import { speakerName } from '../accounts.ts';
import { clip } from '../timeline.ts';
import type { CitedDate } from './cite-text.ts';
import { bibtexText, citedDate, insideQuotes, linkOf, markdownText, oneLine } from './cite-text.ts';
import { datedOf, distinct, publishedText } from './source.ts';
import type { Citations } from './types.ts';
import { readingWords } from './words.ts';

/** The record that a claim was found in. */
export interface CitedRecord {
  readonly title: string;
  /** The claim's address in the desk. */
  readonly address: string;
}

/** Longest quotation of a citation in UTF-16 units. */
const QUOTE_WIDTH = 400;

/**
 * Ready-made citations of a claim by its fullest account: a note as the Chicago Manual of Style has it for
 * newspapers (17th edition, 14.191), BibTeX, CSL-JSON (schema 1.0.2) and a Markdown footnote. Each tells the page, the wire whose copy it is, the quoted words and where the claim was
 * found. `held` are the pages that could be read; a page that could not is cited by what the claim itself tells of it.
 */
export const citeClaim = (
  claim: Claim,
  held: ReadonlyMap<ArticleId, Extraction>,
  record: CitedRecord,
): Citations => {
  const cited = citedOf(claim, held, record);
  return {
    chicago: chicago(cited),
    bibtex: bibtex(cited),
    csl: csl(cited),
    markdown: markdown(cited),
  };
};

interface Cited {
  readonly id: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly link: string | null;
  /** Where the page was kept, when it has no address. */
  readonly path: string | null;
  readonly date: (CitedDate & { readonly text: string }) | null;
  /** How the day is known, when the page does not tell it. */
  readonly known: string | null;
  readonly quote: string;
  readonly wire: string | null;
  readonly speaker: string | null;
  readonly told: string | null;
  readonly record: CitedRecord;
}

const citedOf = (claim: Claim, held: ReadonlyMap<ArticleId, Extraction>, record: CitedRecord): Cited => {
  const number = fullest(claim);
  const telling = claim.tellings[number] ?? claim.tellings[0];
  const extraction = held.get(telling.article) ?? null;
  const article = extraction?.article ?? null;
  const wires = distinct(article?.wires ?? []).map(({ name }) => name);
  const url = article?.url ?? extraction?.page.url ?? null;
  return {
    id: claim.id,
    title: article?.title ?? null,
    byline: article?.byline ?? null,
    outlet: telling.outlet?.name ?? article?.outlet?.name ?? null,
    language: article === null || article.language === 'und' ? null : article.language,
    link: linkOf(url),
    path: fileName(extraction?.page.path ?? null) ?? (linkOf(url) === null ? url : null),
    ...publishedFields(claim, number, extraction),
    quote: clip(oneLine(quoteOf(claim, number)), QUOTE_WIDTH),
    wire: wires.length === 0 ? null : wires.join(', '),
    speaker: claim.kind === 'statement' ? speakerName(claim, telling) : null,
    told: toldBy(claim),
    record,
  };
};

/** Where a page was kept on somebody's machine is nobody else's business: the name of its file is enough to find it. */
const fileName = (path: string | null): string | null => path?.split(/[/\\]/).at(-1) ?? null;

const publishedFields = (
  claim: Claim,
  number: number,
  extraction: Extraction | null,
): Pick<Cited, 'date' | 'known'> => {
  const reading = extraction === null ? null : publishedOf(extraction.article);
  const range = reading?.value ?? claim.tellings[number]?.published ?? null;
  if (range === null) return { date: null, known: null };
  const text = publishedText(range.edtf);
  const date = citedDate(range.edtf, text);
  const isKnown = date.parts.length > 0 && datedOf(range) === 'dated';
  const why = reading === null ? 'no day is told' : readingWords(reading.rule);
  return { date: { ...date, text }, known: isKnown ? null : why };
};

/**
 * The number of the account to cite: of those whose page has a day of its own, or of all where none has, the one with the
 * most of the claim's words; the first published among equals.
 */
const fullest = (claim: Claim): number => {
  const numbers = [...claim.tellings.keys()];
  const dated = numbers.filter((number) => isDated(claim.tellings[number]?.published ?? null));
  const dayOf = (number: number): string => claim.tellings[number]?.published?.earliest ?? '~';
  const best = (dated.length > 0 ? dated : numbers).sort(
    (x, y) =>
      quoteOf(claim, y).length - quoteOf(claim, x).length ||
      Number(dayOf(x) > dayOf(y)) - Number(dayOf(x) < dayOf(y)) ||
      x - y,
  );
  return best[0] ?? 0;
};

const isDated = (published: Claim['tellings'][number]['published']): boolean =>
  published !== null && datedOf(published) === 'dated';

/** The words of the page: what was said, or the clause that tells the event. */
const quoteOf = (claim: Claim, number: number): string =>
  claim.evidence
    .filter(
      ({ telling, role }) =>
        telling === number && role === (claim.kind === 'statement' ? 'content' : 'clause'),
    )
    .map(({ exact }) => exact)
    .join(' … ');

const toldBy = ({ witnesses: { articles, independent } }: Claim): string | null =>
  articles < 2 ? null : `reported by ${articles} texts (${independent} independent)`;

/** What stands behind the page in every format: wire, spread, and where the claim was found. */
const notesOf = (cited: Cited): readonly string[] =>
  [
    cited.wire === null ? null : `copy of ${oneLine(cited.wire)}`,
    cited.told,
    `found as claim ${cited.id} in the record “${insideQuotes(cited.record.title)}”`,
  ].filter((note) => note !== null);

const chicago = (cited: Cited): string => {
  const { title, known, link, path, speaker } = cited;
  // A comma goes inside the quotation marks (6.9), also behind a question mark (14.96).
  const named = title === null ? 'untitled page, ' : `“${insideQuotes(title)},” `;
  const rest = [
    cited.outlet === null ? null : oneLine(cited.outlet),
    (cited.date?.american ?? 'n.d.') + (known === null ? '' : ` (${known})`),
    link ?? (path === null ? null : oneLine(path)),
  ].filter((part) => part !== null);
  const page = `${cited.byline === null ? '' : `${oneLine(cited.byline)}, `}${named}${rest.join(', ')}`;
  const quote = cited.quote === '' ? '' : `: “${insideQuotes(cited.quote)}”`;
  const said = speaker === null ? '' : ` (${oneLine(speaker)})`;
  return `${page}${quote}${said}; ${[...notesOf(cited), oneLine(cited.record.address)].join('; ')}.`;
};

const MONTH_MACROS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const bibtex = (cited: Cited): string => {
  const [year, month, day] = cited.date?.parts ?? [];
  const field = (name: string, value: string | null | undefined): string | null =>
    value === null || value === undefined || value === '' ? null : `  ${name} = {${value}},`;
  const macro = month === undefined ? undefined : MONTH_MACROS[month - 1];
  const text = (value: string | null): string | null => (value === null ? null : bibtexText(value));
  const lines = [
    `@${cited.link === null ? 'article' : 'online'}{demarche-${cited.id},`,
    field('author', cited.byline === null ? null : `{${bibtexText(cited.byline)}}`),
    field('title', `{${bibtexText(cited.title ?? 'Untitled page')}}`),
    field(cited.link === null ? 'journal' : 'organization', text(cited.outlet)),
    // What is only bounded is no year; the note tells its bounds.
    field('year', year === undefined ? 'n.d.' : String(year).padStart(4, '0')),
    macro === undefined ? null : `  month = ${macro},`,
    field('day', day === undefined ? null : String(day)),
    field('url', cited.link),
    field('langid', text(cited.language)),
    field('note', bibtexText(longNote(cited))),
    '}',
  ];
  return `${lines.filter((line) => line !== null).join('\n')}\n`;
};

/** The quoted words and all notes as sentences, for formats that have one field for them. */
const longNote = (cited: Cited): string => {
  const quote = cited.quote === '' ? null : `“${insideQuotes(cited.quote)}”`;
  const said =
    cited.speaker === null ? quote : [cited.speaker, quote].filter((part) => part !== null).join(': ');
  const day = cited.date === null ? 'no day of publication is known' : null;
  const known = cited.known === null ? null : `published ${cited.date?.text}: ${cited.known}`;
  const kept = cited.link === null && cited.path !== null ? `kept as ${cited.path}` : null;
  return [said, known ?? day, kept, ...notesOf(cited), cited.record.address]
    .filter((note) => note !== null)
    .join('; ');
};

const csl = (cited: Cited): string => {
  const fields = {
    id: cited.id,
    type: cited.outlet === null ? 'webpage' : 'article-newspaper',
    title: oneLine(cited.title ?? 'Untitled page'),
    author: cited.byline === null ? undefined : [{ literal: oneLine(cited.byline) }],
    'container-title': cited.outlet === null ? undefined : oneLine(cited.outlet),
    issued: issuedOf(cited.date),
    URL: cited.link ?? undefined,
    archive_location: cited.path === null ? undefined : oneLine(cited.path),
    language: cited.language ?? undefined,
    note: oneLine(longNote(cited)),
  };
  return `${JSON.stringify([fields], null, 2)}\n`;
};

/** A date of CSL: its parts, `circa` when only about right, the words themselves when they are no calendar date. */
const issuedOf = (date: Cited['date']): Readonly<Record<string, unknown>> | undefined => {
  if (date === null) return undefined;
  if (date.parts.length === 0) return { literal: date.text };
  return {
    'date-parts': [date.parts],
    ...(date.season === null ? {} : { season: date.season }),
    ...(date.isAbout ? { circa: true } : {}),
  };
};

const markdown = (cited: Cited): string => {
  const { link, path, known, speaker } = cited;
  const day = (cited.date?.text ?? 'n.d.') + (known === null ? '' : ` (${known})`);
  const parts = [
    cited.byline === null ? null : markdownText(cited.byline),
    cited.title === null ? 'untitled page' : `“${markdownText(insideQuotes(cited.title))}”`,
    cited.outlet === null ? null : `*${markdownText(cited.outlet)}*`,
    markdownText(day),
    link === null ? (path === null ? null : markdownText(path)) : `<${link}>`,
  ].filter((part) => part !== null);
  const quote = cited.quote === '' ? '' : `: “${markdownText(insideQuotes(cited.quote))}”`;
  const said = speaker === null ? '' : ` (${markdownText(speaker)})`;
  const address = linkOf(cited.record.address);
  const found = address === null ? markdownText(cited.record.address) : `<${address}>`;
  return `[^${cited.id}]: ${parts.join(', ')}${quote}${said}; ${notesOf(cited).map(markdownText).join('; ')}, ${found}.\n`;
};
