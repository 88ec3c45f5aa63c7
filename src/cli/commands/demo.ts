import { access, constants, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import type { AddReport } from '../../app/add.ts';
import { packageRoot } from '../../app/knowledge.ts';
import { createRecord } from '../../app/record-file.ts';
import type { Claim, Statement } from '../../model/claim.ts';
import { DemarcheError } from '../../model/error.ts';
import type { RecordStore } from '../../model/store-port.ts';
import { statementRows, timeline } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { textOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { tellError } from '../page-report.ts';
import { renderCard, renderTimeline } from '../render.ts';
import type { Served } from '../serving.ts';
import { startDesk, USUAL_PORT, untilAsked } from '../serving.ts';
import { count } from '../text.ts';
import { sights } from '../tour.ts';
import { addTo } from './add.ts';
import { cardOf } from './show.ts';

const NAME = 'kurils';
/** The pack of the dispute with the invented outlets laid over it; found in the package wherever the demo is run. */
const PACK = `samples/${NAME}/pack.json`;
const SHOWN_ROWS = 24;
const SHOWN_STATEMENTS = 3;

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );

const folderOf = async (given: Given): Promise<string> => {
  const kept = textOf(given, 'keep');
  if (kept === undefined && !(await isWritable(process.cwd())))
    return mkdtemp(join(tmpdir(), 'demarche-demo-'));
  const folder = kept ?? join(process.cwd(), '.demo');
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new DemarcheError('permission', `cannot make the folder ${folder}`, {
      hint: 'name another with --keep DIR',
      cause,
    });
  }
  return folder;
};

/** The demonstration is always built anew: the files of the one before are taken away. */
const freshFile = async (folder: string): Promise<string> => {
  const file = join(folder, `${NAME}.demarche`);
  for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true });
  return file;
};

/** Named from the current folder when it lies in it, so that the record does not depend on where the package stands. */
const samplesFolder = (): string => {
  const folder = join(packageRoot(), 'samples', NAME, 'pages');
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') || isAbsolute(near) ? folder : near;
};

/** Statements worth showing first: with a known speaker, told by many, in their own words. */
const worthShowing = (claims: readonly Claim[]): readonly Statement[] =>
  claims
    .filter((claim) => claim.kind === 'statement')
    .filter(({ speaker }) => speaker !== null)
    .toSorted(
      (a, b) =>
        b.witnesses.outlets - a.witnesses.outlets ||
        Number(b.mode === 'direct') - Number(a.mode === 'direct') ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, SHOWN_STATEMENTS);

/** How to call the program again: as it was called from a checkout, where no `demarche` is on the path. */
const programName = (): string => {
  const near = relative(process.cwd(), process.argv[1] ?? '');
  return near.endsWith('.js') && !near.startsWith('..') && !near.includes('node_modules')
    ? `node ${near}`
    : 'demarche';
};

const show = async (io: Io, store: RecordStore, claims: readonly Claim[], file: string): Promise<void> => {
  const rows = timeline(claims, { kind: 'event', background: false });
  await io.out(`\n${io.colors.bold('What happened')}\n\n${renderTimeline(io, rows.slice(0, SHOWN_ROWS))}`);
  if (rows.length > SHOWN_ROWS) await io.out(io.colors.dim(`… and ${rows.length - SHOWN_ROWS} more\n`));
  const statements = worthShowing(claims);
  await io.out(`\n${io.colors.bold('What was said')}\n`);
  for (const statement of statements) await io.out(`\n${renderCard(io, await cardOf(statement, store))}`);
  const path = relative(process.cwd(), file);
  const [first] = statements;
  const name = programName();
  const next = [
    `${name} serve --record ${path}`,
    `${name} timeline --record ${path}`,
    `${name} statements --record ${path} --speaker ${first?.speaker?.id ?? 'NAME'}`,
    ...(first === undefined ? [] : [`${name} show ${first.id} --record ${path}`]),
    `${name} search islands --record ${path}`,
    `${name} verify --record ${path}`,
  ];
  await io.out(`\n${io.colors.bold('Go on with')}\n\n${next.map((line) => `  ${line}\n`).join('')}`);
};

/** What a demonstration that works has, as sentences of what is missing. */
const missing = async (
  store: RecordStore,
  claims: readonly Claim[],
  report: AddReport,
): Promise<readonly string[]> => {
  const statements = claims.filter(({ kind }) => kind === 'statement');
  const cards = await Promise.all(worthShowing(claims).map((claim) => cardOf(claim, store)));
  const damage: string[] = [];
  for await (const { what, id } of store.verify()) damage.push(`${what} ${id}`);
  const checks: readonly (readonly [boolean, string])[] = [
    [report.added >= 16, 'fewer than 16 pages were read'],
    [report.troubles.length === 0, 'some pages could not be read'],
    [claims.length > statements.length, 'the timeline has no event'],
    [statementRows(claims).length >= SHOWN_STATEMENTS, 'there are too few statements'],
    [cards.length === SHOWN_STATEMENTS, 'too few statements have a known speaker'],
    [
      cards.every(({ accounts }) => accounts.every(({ passage }) => (passage?.marks.length ?? 0) > 0)),
      'a statement has no passage',
    ],
    [
      claims.some(({ witnesses }) => witnesses.independent < witnesses.outlets),
      'no copy was found: every outlet counts as a witness',
    ],
    [damage.length === 0, `verify found damage: ${damage.join(', ')}`],
  ];
  return checks.filter(([holds]) => !holds).map(([, text]) => text);
};

/** The record as it was built, and what it lacks. */
interface Built {
  readonly report: AddReport;
  readonly claims: number;
  readonly missing: readonly string[];
}

const build = async (io: Io, file: string, given: Given): Promise<Built> => {
  const store = await createRecord(file, { dispute: NAME, title: 'The sample coverage', pack: PACK });
  try {
    const report = await addTo(io, store, [samplesFolder()], {});
    for (const trouble of report.troubles) tellError(io, trouble.path, trouble);
    const claims = await store.claims({});
    if (!io.json) {
      await io.out(`${count(report.added, 'page')} read, ${count(claims.length, 'claim')} in ${file}\n`);
      await show(io, store, claims, file);
    }
    return {
      report,
      claims: claims.length,
      missing: given.check === true ? await missing(store, claims, report) : [],
    };
  } finally {
    await store.close();
  }
};

/** Whether somebody sits there who can look at it and end it. */
const isAttended = (io: Io, given: Given): boolean =>
  given.check !== true && !io.json && Boolean(process.stdout.isTTY) && Boolean(process.stdin.isTTY);

const start = (file: string, port: number): Promise<Served> =>
  startDesk({ file, host: '127.0.0.1', port, orNext: true, key: null, names: [], readonly: false });

/** Asks the desk over the network as its application would, and says what did not answer as it should. */
const unanswered = async ({ desk, start: address }: Served): Promise<readonly string[]> => {
  await desk.ready();
  const wrong: string[] = [];
  for (const room of ['overview', 'timeline']) {
    const response = await fetch(`${address}/${room}.json`);
    const state = response.ok ? ((await response.json()) as { state?: { kind?: string } }).state?.kind : null;
    if (state !== 'ready') wrong.push(`the desk does not answer: ${room}.json, ${response.status}`);
  }
  return wrong;
};

const tellSights = async (io: Io, served: Served): Promise<void> => {
  await served.desk.ready();
  await io.out(`\n${io.colors.bold('Look at')}\n\n  ${served.start}\n`);
  for (const { what, address } of await sights(served)) await io.out(`  ${address}\n    ${what}\n`);
};

/** Serves the demonstration until it is asked to end. */
const serveOn = async (io: Io, file: string): Promise<void> => {
  const asked = untilAsked();
  const served = await start(file, USUAL_PORT);
  if (!served.hasPages)
    io.err(`${io.errColors.yellow('warning')}: the web application is not built: npm run build\n`);
  await tellSights(io, served);
  await io.out(io.colors.dim('\nCtrl-C ends it\n'));
  await asked;
  await served.close();
};

/** Serves the demonstration for a moment, to see that it answers. */
const serveOnce = async (io: Io, file: string): Promise<readonly string[]> => {
  const served = await start(file, 0);
  try {
    const wrong = await unanswered(served);
    if (!io.json && wrong.length === 0)
      await io.out(
        `\nThe desk answers. Open it with\n\n  ${programName()} serve --record ${relative(process.cwd(), file)}\n`,
      );
    return wrong;
  } finally {
    await served.close();
  }
};

/** Serves it as long as somebody looks; where nobody does, only to see that it answers. Gives what did not. */
const serve = async (io: Io, file: string, given: Given): Promise<readonly string[]> => {
  if (given.serve === false) return [];
  if (!isAttended(io, given)) return serveOnce(io, file);
  await serveOn(io, file);
  return [];
};

/** `demarche demo`: the record of the sample coverage, and the desk over it. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> => {
  const file = await freshFile(await folderOf(given));
  const built = await build(io, file, given);
  const wrong = [...built.missing, ...(await serve(io, file, given))];
  if (io.json) await outJson(io, { file, report: built.report, claims: built.claims, missing: wrong });
  else for (const text of wrong) io.err(`${io.errColors.red('missing')}: ${text}\n`);
  return wrong.length > 0 ? EXIT.findings : EXIT.ok;
};
