import type { Task } from './lib/metric.ts';
import { run as attribution } from './tasks/attribution.ts';
import { run as copies } from './tasks/copies.ts';
import { run as dates } from './tasks/dates.ts';
import { run as dating } from './tasks/dating.ts';
import { run as events } from './tasks/events.ts';
import { run as eventsAgreement } from './tasks/events-agreement.ts';
import { run as eventsDev2 } from './tasks/events-dev2.ts';
import { run as eventsEn } from './tasks/events-en.ts';
import { run as eventsJa } from './tasks/events-ja.ts';
import { run as eventsLanguages } from './tasks/events-languages.ts';
import { run as eventsNone } from './tasks/events-none.ts';
import { run as eventsOwn } from './tasks/events-own.ts';
import { run as eventsRealis } from './tasks/events-realis.ts';
import { run as eventsRoot } from './tasks/events-root.ts';
import { run as eventsSyntax } from './tasks/events-syntax.ts';
import { run as eventsWays } from './tasks/events-ways.ts';
import { run as eventsWaysRu } from './tasks/events-ways-ru.ts';
import { run as language } from './tasks/language.ts';
import { run as lines } from './tasks/lines.ts';
import { run as names } from './tasks/names.ts';
import { run as ownSentences } from './tasks/own-sentences.ts';
import { run as pagesHtml } from './tasks/pages-html.ts';
import { run as pagesText } from './tasks/pages-text.ts';
import { run as samples } from './tasks/samples.ts';
import { run as seeds } from './tasks/seeds.ts';
import { run as speechSubjects } from './tasks/speech-subjects.ts';
import { run as stance } from './tasks/stance.ts';
import { run as statements } from './tasks/statements.ts';
import { run as statementsAgreement } from './tasks/statements-agreement.ts';
import { run as statementsDev2 } from './tasks/statements-dev2.ts';
import { run as time } from './tasks/time.ts';
import { run as timeOwn } from './tasks/time-own.ts';

/** Every task, with the files its floors are pinned on. */
export const TASKS: readonly Task[] = [
  { name: 'samples', corpus: ['repo:samples/kurils/expected.json'], run: samples },
  { name: 'seeds', corpus: ['seeds/gold.json', 'seeds/seed_negatives.jsonl'], run: seeds },
  {
    name: 'attribution',
    corpus: ['attribution/polnear.dev.jsonl.gz', 'attribution/score.mjs'],
    run: attribution,
  },
  {
    name: 'statements',
    corpus: ['articles.jsonl', 'gold.jsonl', 'pack.json'].map(
      (name) => `repo:eval/corpora/statements/${name}`,
    ),
    run: statements,
  },
  {
    name: 'stance',
    corpus: ['rows.jsonl', 'disputes.json'].map((name) => `repo:eval/corpora/stance/${name}`),
    run: stance,
  },
  {
    name: 'events-ways-ru',
    corpus: ['tuning.txt', 'second.txt', 'kept.txt', 'none.txt'].map(
      (name) => `repo:eval/corpora/events-ways-ru/${name}`,
    ),
    run: eventsWaysRu,
  },
  {
    name: 'statements-dev2',
    corpus: ['articles.jsonl', 'gold.jsonl'].map((name) => `repo:eval/corpora/statements-dev2/${name}`),
    run: statementsDev2,
  },
  {
    name: 'time',
    corpus: [
      'time/timebank.jsonl',
      'time/aquaint.jsonl',
      'time/meantime.jsonl',
      'time/wikiwars.jsonl',
      'time/hand-ru.jsonl',
      'time/hand-ja.jsonl',
    ],
    run: time,
  },
  {
    name: 'time-own',
    corpus: ['gold', 'fresh'].flatMap((part) =>
      ['ru', 'ja'].map((language) => `repo:eval/corpora/time-${language}/${part}.txt`),
    ),
    run: timeOwn,
  },
  {
    name: 'copies',
    corpus: ['stories/neardup_open.docs.jsonl.gz', 'stories/neardup_open.pairs.jsonl.gz'],
    run: copies,
  },
  { name: 'events', corpus: ['seeds/gold.json'], run: events },
  { name: 'events-root', corpus: ['events/plv_train.jsonl', 'events/plover_gsr.jsonl'], run: eventsRoot },
  {
    name: 'events-syntax',
    corpus: ['events/petrarch_unit.jsonl', 'repo:eval/corpora/petrarch/dictionary.json'],
    run: eventsSyntax,
  },
  {
    name: 'events-none',
    corpus: [
      'repo:eval/corpora/events-none/sentences.txt',
      'repo:eval/corpora/events-none/hard.txt',
      'repo:eval/corpora/statements/pack.json',
    ],
    run: eventsNone,
  },
  {
    name: 'events-ways',
    corpus: ['repo:eval/corpora/events-ways/sentences.txt', 'repo:eval/corpora/statements/pack.json'],
    run: eventsWays,
  },
  {
    name: 'events-en',
    corpus: ['repo:eval/corpora/events-en/sentences.txt', 'repo:eval/corpora/events-en/pack.json'],
    run: eventsEn,
  },
  {
    name: 'events-realis',
    corpus: ['repo:eval/corpora/events-realis/sentences.txt', 'repo:eval/corpora/statements/pack.json'],
    run: eventsRealis,
  },
  {
    name: 'events-own',
    corpus: [
      'repo:eval/corpora/statements/articles.jsonl',
      'repo:eval/corpora/statements/pack.json',
      'repo:eval/corpora/events/gold.jsonl',
      'repo:samples/kurils/expected.json',
    ],
    run: eventsOwn,
  },
  {
    name: 'events-dev2',
    corpus: ['articles', 'gold'].map((name) => `repo:eval/corpora/events-dev2/${name}.jsonl`),
    run: eventsDev2,
  },
  {
    name: 'events-agreement',
    corpus: ['statements/articles.jsonl', 'events/first.jsonl', 'events/second.jsonl'].map(
      (name) => `repo:eval/corpora/${name}`,
    ),
    run: eventsAgreement,
  },
  {
    name: 'events-ja',
    corpus: ['repo:eval/corpora/events-ja/ways.txt', 'repo:eval/corpora/statements/pack.json'],
    run: eventsJa,
  },
  {
    name: 'events-languages',
    corpus: [
      'repo:eval/corpora/events-ru/sentences.txt',
      'repo:eval/corpora/events-ja/sentences.txt',
      'repo:eval/corpora/statements/pack.json',
    ],
    run: eventsLanguages,
  },
  { name: 'pages-html', corpus: ['pages/articles/ground-truth.json'], run: pagesHtml },
  { name: 'pages-text', corpus: ['pages/plaintext.jsonl'], run: pagesText },
  {
    name: 'lines',
    corpus: ['repo:eval/corpora/lines/fix.jsonl', 'repo:eval/corpora/lines/test.jsonl'],
    run: lines,
  },
  {
    name: 'language',
    corpus: [
      'language/en_ewt-dev.conllu.gz',
      'language/en_gum-dev.conllu.gz',
      'language/ru_gsd-dev.conllu.gz',
      'language/ja_gsd-dev.conllu.gz',
    ],
    run: language,
  },
  { name: 'own-sentences', corpus: ['repo:eval/corpora/sentences/passages.txt'], run: ownSentences },
  { name: 'dates', corpus: ['pages/dates/ground-truth.json'], run: dates },
  {
    name: 'dating',
    corpus: [
      'repo:eval/corpora/dating/tuning.jsonl',
      'repo:eval/corpora/dating/test.jsonl',
      'repo:eval/corpora/dating/pack.json',
    ],
    run: dating,
  },
  {
    name: 'speech-subjects',
    corpus: [
      'repo:eval/corpora/speech-subjects/sentences.txt',
      'repo:eval/corpora/speech-subjects/fresh.txt',
      'repo:eval/corpora/speech-subjects/tuning2.txt',
      'language/en_ewt-dev.conllu.gz',
      'language/en_gum-dev.conllu.gz',
    ],
    run: speechSubjects,
  },
  {
    name: 'statements-agreement',
    corpus: ['repo:eval/corpora/statements/first.jsonl', 'repo:eval/corpora/statements/second.jsonl'],
    run: statementsAgreement,
  },
  {
    name: 'names',
    corpus: ['language/ner/politics-dev.bio', 'repo:eval/corpora/names/articles.txt'],
    run: names,
  },
];
