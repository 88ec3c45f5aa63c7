import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { VERSION } from '../app/version.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly record?: string;
}

/** A command's implementation: what was given on the command line in, exit status out. */
export type Action = (
  args: readonly unknown[],
  options: Readonly<Record<string, unknown>> & GlobalOptions,
) => Promise<number>;

/** Loads the implementation of a command, so that `--help` need not. */
export type Loader = (name: string) => Promise<Action>;

const wholeNumber = (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < 1 || number > 1_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000.');
  return number;
};

const portNumber = (value: string): number => {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535)
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
  return number;
};

const everyName = (value: string, before: readonly string[] | undefined): readonly string[] => {
  if (!/^[\w.:-]+$/.test(value))
    throw new InvalidArgumentError('It must be a name or an address, without a port.');
  return [...(before ?? []), value];
};

const jobsOption = (): Option =>
  new Option('--jobs <n>', 'worker threads (default: as many as there are cores)').argParser(wholeNumber);

const secondsOption = (flags: string, description: string, least: number): Option =>
  new Option(flags, description).argParser((value) => {
    const number = Number(value);
    if (!/^\d+(?:\.\d+)?$/.test(value) || number < least || number > 600)
      throw new InvalidArgumentError(`It must be a number of seconds from ${least} to 600.`);
    return number;
  });

const strictDatesOption = (): Option =>
  new Option('--strict-dates', 'date a page only by sure and uncontested readings, never by a guess');

const limitOption = (): Option => new Option('--limit <n>', 'at most so many').argParser(wholeNumber);

const kindOption = (): Option =>
  new Option('--kind <kind>', 'only claims of this kind').choices(['statement', 'event']);

const asOfOption = (): Option =>
  new Option(
    '--as-of <time>',
    'the record as it stood then: a day or a moment in UTC (2024-05-31T12:00:00Z)',
  );

const analysisOption = (): Option =>
  new Option(
    '--analysis <path>',
    'take words and trees that another program wrote in CoNLL-U, a file or a folder of them, for sentences with the same words (docs/guide/language.md)',
  );

const describeRecordCommands = (program: Command): void => {
  program
    .command('init')
    .summary('make a record')
    .description(
      'Make an empty record: one file that holds pages, what they say, and the claims that follow.',
    )
    .argument('[record]', 'the file to make (default: NAME.demarche, NAME being the pack or the folder)')
    .option('--pack <name>', "a dispute's own knowledge: a name of `demarche pack list`, or a file")
    .option('--title <text>', 'what the record is about');
  program
    .command('add')
    .summary('add pages to the record')
    .description(
      'Read pages into the record: files, folders, globs; HTML, plain text, MHTML, WARC, feeds (RSS, Atom, JSON Feed; each item a page), lists of feeds (OPML), and PDF when pdfjs-dist is installed. Web addresses among them are fetched, and kept as WARC in RECORD.fetched beside the record (docs/guide/fetching.md). The same page twice is one page; when it was stopped, the same call again goes on where it was.',
    )
    .argument('<path...>', 'files, folders, globs, or addresses that begin with https:// or http://')
    .addOption(strictDatesOption())
    .addOption(analysisOption())
    .addOption(jobsOption())
    .addOption(secondsOption('--timeout <s>', 'how long a page may take to fetch (default: 30)', 1))
    .addOption(secondsOption('--delay <s>', 'between two pages of a host (default: 1)', 0))
    .option('--ignore-robots', 'also fetch what the robots.txt of a host asks programs not to fetch')
    .option('--allow-private', 'also fetch from this machine and from private networks');
};

const describeViews = (program: Command): void => {
  program
    .command('timeline')
    .summary('what happened and was said, by date')
    .description('List the claims of the record in the order of when they happened or were said.')
    .option('--from <date>', 'from this date on (EDTF: 2016, 2016-12, 2016-12-15)')
    .option('--to <date>', 'up to this date')
    .option('--party <name>', 'only what this state or body has a part in (id or name)')
    .addOption(kindOption())
    .addOption(asOfOption())
    .addOption(limitOption());
  program
    .command('statements')
    .summary('who said what')
    .description('List the statements of the record with their speakers and the words.')
    .option('--speaker <name>', 'only by this speaker (id or name)')
    .option('--party <name>', 'only on behalf of this state or body (id or name)')
    .option('--outlet <name>', 'only as told by this outlet (id or name)')
    .option('--issue <id>', 'only on this issue of the pack')
    .option('--search <words>', 'only with these words ("…" is a phrase, a trailing * a beginning)')
    .option('--from <date>', 'from this date on (EDTF: 2016, 2016-12, 2016-12-15)')
    .option('--to <date>', 'up to this date')
    .addOption(asOfOption())
    .addOption(limitOption());
  program
    .command('show')
    .summary('a claim with the passages it rests on')
    .description(
      'Show one claim: its citations in their context with marks under the words, through whom it is known, and the accounts that differ.',
    )
    .argument('<id>', 'id of the claim, or its first characters')
    .addOption(asOfOption());
  program
    .command('search')
    .summary('find words in claims and cited passages')
    .description('Find words in the wordings of claims and in the passages they cite.')
    .argument('<query...>', 'words ("…" is a phrase, a trailing * a beginning)')
    .addOption(kindOption())
    .addOption(limitOption());
};

const describeExport = (program: Command): void => {
  program
    .command('export')
    .summary('events as PLOVER, CAMEO or ICOW code them')
    .description(
      'Write the events of the record in the manner of a codebook that others use (docs/guide/events.md): plover, JSON, one event a line; cameo, a table of dyads with the columns of GDELT; icow, a table of attempts to settle a claim. Each row names the passages it rests on. Tables are CSV; with --json, one object a line.',
    )
    .addArgument(new Argument('<format>', 'plover, cameo or icow').choices(['plover', 'cameo', 'icow']))
    .option('--from <date>', 'from this date on (EDTF: 2016, 2016-12, 2016-12-15)')
    .option('--to <date>', 'up to this date')
    .option('--party <name>', 'only what this state or body has a part in (id or name)')
    .addOption(asOfOption());
};

const describeExtract = (program: Command): void => {
  program
    .command('extract')
    .summary('pages in, annotations out; nothing is stored')
    .description(
      'Read pages (HTML, plain text, MHTML, WARC, feeds, PDF) and write one JSON object a line (docs/reference/extract.md). Needs no record and keeps nothing.',
    )
    .argument('[path...]', 'files, folders or globs; - is standard input')
    .option('--jsonl [file]', 'read lines {"id", "text" | "html", ...} from a file or standard input')
    .option('--eof', 'with --jsonl: end with a line that counts and digests the lines before it')
    .option('--pack <name>', "a dispute's own knowledge: a name of `demarche pack list`, or a file")
    .option('--url <url>', 'the address of the page given')
    .option('--published <date>', 'when it was published, if that is known (EDTF)')
    .option('--language <tag>', 'the language of the text, if that is known (en, ru, ja)')
    .option('--today <day>', 'refuse publication dates after this day (YYYY-MM-DD)')
    .addOption(strictDatesOption())
    .option('--layers <list>', 'only these layers: time,mention,attribution,event,framing')
    .addOption(analysisOption())
    .addOption(jobsOption());
};

const describeTimes = (program: Command): void => {
  program
    .command('times')
    .summary('the expressions of time in pages, and what each means')
    .description(
      'List every expression of time of pages: its words, TIMEX3 type and value, EDTF, unit, what it was counted from, and what else it can mean (docs/guide/times.md). Needs no record and keeps nothing.',
    )
    .argument('[path...]', 'files, folders or globs; - is standard input')
    .option('--published <date>', 'when it was published, if that is known (EDTF; an interval too)')
    .option('--language <tag>', 'the language of the text, if that is known (en, ru, ja)')
    .option('--as-is', 'take the text as one body: no headline, clock or menu is looked for')
    .option('--pack <name>', "a dispute's own knowledge: a name of `demarche pack list`, or a file");
};

const describeParse = (program: Command): void => {
  program
    .command('parse')
    .summary('words, tags, lemmas and trees as CoNLL-U')
    .description(
      'Analyse sentences and print CoNLL-U (Universal Dependencies; docs/guide/language.md). Of a file in CoNLL-U the sentences and words are kept and everything else is predicted; of running text everything is, and MISC tells the place of each word. English and Russian: words, tags, features, lemmas, trees. Japanese: words; tags and lemmas with the optional package lindera-wasm-ipadic. Any other language: sentences and words by the rules of Unicode, nothing more. What a language lacks is said on standard error.',
    )
    .argument('[file]', 'a file in CoNLL-U; - is standard input')
    .option('--text <file>', 'running text in UTF-8 instead; - is standard input')
    .option(
      '--page <file>',
      'a page instead (HTML, text, …): the sentences of its headline and body, as `extract` reads them; - is standard input',
    )
    .option(
      '--lang, --language <tag>',
      'the language: en, ru, ja, or any other tag of BCP 47 (default: told from the text)',
    )
    .option(
      '--analyser <name>',
      'own (the weights that ship), lindera (Japanese), onnx, or none: words alone (default: the best there is)',
    )
    .option('--onnx <model>', 'a model of yours in ONNX, run by the optional package onnxruntime-node')
    .addOption(analysisOption());
};

const describeServe = (program: Command): void => {
  program
    .command('serve')
    .summary('open the record in the browser')
    .description(
      'Serve the record on this machine: a desk to look at it and add to it, and the same data for programs (docs/reference/api.md). Ctrl-C ends it.',
    )
    .option('--host <address>', 'the address to listen at (default: 127.0.0.1)')
    .addOption(new Option('--port <n>', 'the port; 0 is any free one (default: 4747)').argParser(portNumber))
    .addOption(
      new Option(
        '--name <name>',
        'another name under which it is called, behind a proxy; may be repeated',
      ).argParser(everyName),
    )
    .option('--key-file <file>', 'file with the key that others must bring (or $DEMARCHE_KEY)')
    .option('--read-only', 'take no imports');
};

const describeCare = (program: Command): void => {
  program
    .command('verify')
    .summary('check the whole record for damage')
    .description('Check every page, text, citation and claim of the record against its digest.');
  program
    .command('doctor')
    .summary('check this installation')
    .description('Check that everything the program needs is there, and say how to get what is not.');
  const pack = program
    .command('pack')
    .summary('the packs of knowledge about disputes')
    .description('List packs, and check them.');
  pack
    .command('list')
    .summary('the packs there are')
    .description('List the packs that come with the program.');
  pack
    .command('lint')
    .summary('check a pack')
    .description('Check a pack for mistakes.')
    .argument('[pack]', 'name or file (default: every pack that comes with the program)');
  program
    .command('demo')
    .summary('a record of the sample coverage')
    .description(
      'Build the record of the sample coverage, show its timeline and a few statements, and serve it.',
    )
    .option('--check', 'also check that everything expected is there; end with status 1 if not')
    .option('--keep <dir>', 'folder for the record (default: .demo)')
    .option('--no-serve', 'do not serve it at the end');
};

const attach = (command: Command, path: string, load: Loader, done: (status: number) => void): void => {
  for (const child of command.commands) attach(child, `${path} ${child.name()}`.trim(), load, done);
  if (command.commands.length > 0) return;
  command.action(async () => {
    const run = await load(path);
    done(await run(command.processedArgs, command.optsWithGlobals()));
  });
};

const configure = (command: Command): void => {
  command
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (c) => `${c.name()} ${c.usage()}`.trim() })
    .configureOutput({ outputError: () => undefined });
  for (const child of command.commands) configure(child);
};

/** The command line: commands, arguments, options, and what each is for. `done` is told the exit status of an action. */
export const buildProgram = (load: Loader, done: (status: number) => void): Command => {
  const program = new Command('demarche')
    .description('Keeps the record of an international dispute from its press coverage.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .option('--record <file>', 'the record (default: $DEMARCHE_RECORD, else the only *.demarche file here)')
    .option('--json', 'write JSON, one object a line where there may be several')
    .option('--quiet', 'no progress and no warnings');
  describeRecordCommands(program);
  describeViews(program);
  describeExport(program);
  describeServe(program);
  describeExtract(program);
  describeTimes(program);
  describeParse(program);
  describeCare(program);
  configure(program);
  attach(program, '', load, done);
  return program;
};

/** Whether `error` ends the run as asked for: help or the version was printed. */
export const isPrinted = (error: unknown): boolean => error instanceof CommanderError && error.exitCode === 0;

/** Whether `error` is a mistake on the command line. */
export const isUsage = (error: unknown): error is CommanderError => error instanceof CommanderError;
