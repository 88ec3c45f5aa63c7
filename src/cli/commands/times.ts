import { extractSafely } from '../../app/extract.ts';
import { loadKnowledge } from '../../app/knowledge.ts';
import type { ExtractOptions } from '../../app/options.ts';
import { DEFAULT_OPTIONS } from '../../app/options.ts';
import { pagesOf } from '../../app/pages.ts';
import type { TimeExpression } from '../../model/annotation.ts';
import { isEdtf } from '../../model/edtf/index.ts';
import { DemarcheError } from '../../model/error.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { publishedOf } from '../../model/page.ts';
import { cover } from '../../model/span.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { textOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { tellError, warn } from '../page-report.ts';
import { printable } from '../text.ts';
import { renderTimes } from '../times-table.ts';

/** A page, or why there is none. */
type Acquired = ReturnType<typeof pagesOf> extends AsyncGenerator<infer Page> ? Page : never;

const LANGUAGES: readonly string[] = ['en', 'ru', 'ja'];

const usage = (message: string, hint: string): DemarcheError => new DemarcheError('usage', message, { hint });

const languageOf = (given: Given): string | null => {
  const language = textOf(given, 'language') ?? null;
  if (language !== null && !LANGUAGES.includes(language))
    throw usage(`no such language: ${JSON.stringify(language)}`, `the languages are ${LANGUAGES.join(', ')}`);
  return language;
};

const optionsOf = (given: Given): ExtractOptions => {
  const published = textOf(given, 'published') ?? null;
  if (published !== null && !isEdtf(published))
    throw usage(
      `--published is no date: ${JSON.stringify(published)}`,
      'write dates as 2016, 2016-12, 2016-12-15, or an interval 2016-12/2017-01',
    );
  return {
    ...DEFAULT_OPTIONS,
    published,
    layers: ['time'],
    asIs: given.asIs === true,
    language: languageOf(given),
  };
};

const timeJson = (time: TimeExpression, text: string) => {
  const { span, type, value, mod, edtf, earliest, latest, granularity } = time;
  const { how, anchor, readings, range, rule, confidence } = time;
  return {
    ...span,
    words: cover(text, span),
    ...{
      type,
      value,
      mod,
      edtf,
      earliest,
      latest,
      granularity,
      how,
      anchor,
      readings,
      range,
      rule,
      confidence,
    },
  };
};

const pageJson = ({ page, article, annotations, diagnostics, error }: Extraction) => {
  const published = publishedOf(article);
  return {
    page: page.id,
    path: page.path,
    language: article.language,
    published: published === null ? null : { ...published.value, rule: published.rule },
    times: annotations.times.map((time) => timeJson(time, article.text)),
    diagnostics: diagnostics.map(({ code, severity, message, span }) => ({
      code,
      severity,
      message,
      span: span ?? null,
    })),
    error,
  };
};

const isOfTime = (code: string): boolean => code.startsWith('date-') || code.startsWith('language-');

const show = async (io: Io, extraction: Extraction, isOne: boolean): Promise<void> => {
  const { article, annotations, diagnostics, page } = extraction;
  const where = page.path ?? page.id;
  if (!isOne) await io.out(`${io.colors.bold(printable(where))}\n`);
  await io.out(renderTimes(io, article, annotations.times));
  if (!isOne) await io.out('\n');
  for (const diagnostic of diagnostics) if (isOfTime(diagnostic.code)) warn(io, where, diagnostic);
};

/** Reads one page and shows its times; false when it could not be read as it should. */
const readPage = async (
  io: Io,
  acquired: Acquired,
  how: { readonly knowledge: Knowledge; readonly options: ExtractOptions; readonly isOne: boolean },
): Promise<boolean> => {
  if (!acquired.ok) {
    const { path, code, message } = acquired;
    if (io.json) await outJson(io, { page: acquired.page, path, error: { code, message } });
    tellError(io, path, { code, message });
    return false;
  }
  const extraction = extractSafely(acquired.capture, how.knowledge, how.options);
  if (io.json) await outJson(io, pageJson(extraction));
  else await show(io, extraction, how.isOne);
  if (extraction.error !== null) tellError(io, extraction.page.path ?? extraction.page.id, extraction.error);
  return extraction.error === null;
};

/** `demarche times`: the expressions of time of pages, what each means, and how that was told. Nothing is stored. */
export const run = async (io: Io, [list]: readonly unknown[], given: Given): Promise<number> => {
  const paths = textsOf(list);
  if (paths.length === 0)
    throw usage('name a file, a folder or - for standard input', 'demarche times --help');
  const options = optionsOf(given);
  const knowledge = await loadKnowledge({ pack: textOf(given, 'pack') ?? null });
  let failed = 0;
  for await (const acquired of pagesOf(paths, { stdin: process.stdin })) {
    const isRead = await readPage(io, acquired, { knowledge, options, isOne: paths.length === 1 });
    if (!isRead) failed++;
  }
  return failed > 0 ? EXIT.findings : EXIT.ok;
};
