import { hashOn, hashText } from '../words/hash.ts';
import type { Candidate } from './candidates.ts';
import type { SubjectWay } from './found.ts';
import type { Item, TaggedSentence } from './items.ts';
import { isTime } from './phrases.ts';
import { letterAt, openingOf, outlineOf, wayBetween } from './ways.ts';

/** Rows of the table of weights; a power of two. */
export const ROWS = 65_536;

/** All that is known of a verb before its subject is chosen. */
export interface Question {
  readonly sentence: TaggedSentence;
  readonly items: readonly Item[];
  /** Item of the verb, and the first item of its group. */
  readonly verb: number;
  readonly group: number;
  /** Items of what the rules, the tree by itself, and the tree by all its relations say; null for nobody, -1 for a word outside. */
  readonly byRules: number | null;
  readonly own: number | null;
  readonly byTree: number | null;
  readonly way: SubjectWay;
}

/** Counts from 0 to 3 and more, as they are written in names of features. */
const COUNTS = ['0', '1', '2', '3'] as const;

const count = (text: string, letters: string): string => {
  let found = 0;
  for (let i = 0; i < text.length && found < 3; i++) if (letters.includes(text.charAt(i))) found++;
  return COUNTS[found] ?? '3';
};

const CLOSED: ReadonlySet<string> = new Set(['pronoun', 'determiner', 'relative']);

const SPANS = /^(?:minute|hour|day|night|week|month|year|decade)s?$/;

/** What sort of word a head is: pronouns by themselves, nouns by number and capital. */
const sortOf = ({ sentence, items }: Question, head: number): string => {
  const item = items[head];
  if (item === undefined) return '-';
  if (CLOSED.has(item.kind)) return item.low;
  if (isTime(item)) return 'time';
  if (SPANS.test(item.low)) return 'span';
  const xpos = sentence.analysis[item.word]?.xpos ?? '';
  return `${xpos}${item.capital ? '^' : ''}`;
};

const bare = (label: string): string => {
  const colon = label.indexOf(':');
  return colon < 0 || label === 'acl:relcl' || label === 'nsubj:pass' ? label : label.slice(0, colon);
};

const UP = 4;
const DOWN = 3;

/** The relations from the verb up to where it meets the way of the other word, and down to that: `conj^ nsubj`. */
const pathTo = ({ sentence: { analysis } }: Question, verb: number, word: number): string => {
  const above: number[] = [];
  for (let at = word, n = 0; at >= 0 && n <= DOWN; at = analysis[at]?.head ?? -1, n++) above.push(at);
  let up = '';
  for (let at = verb, n = 0; at >= 0 && n <= UP; at = analysis[at]?.head ?? -1, n++) {
    const meet = above.indexOf(at);
    if (meet >= 0) {
      const down = above.slice(0, meet).map((i) => bare(analysis[i]?.deprel ?? ''));
      return `${up}|${down.join(' ')}`;
    }
    up += `${bare(analysis[at]?.deprel ?? '')}^`;
  }
  return 'far';
};

const SINGULAR = /^(?:is|was|has|does|'s)$/;
const PLURAL = /^(?:are|were|have|do|'re|'ve)$/;

/** Number that the verb group shows: `s`, `p`, or nothing. */
const numberOfGroup = ({ sentence, items, verb, group }: Question): string => {
  for (let i = group; i < verb; i++) {
    const { low = '' } = items[i] ?? {};
    if (SINGULAR.test(low)) return 's';
    if (PLURAL.test(low)) return 'p';
    if (items[i]?.kind === 'auxiliary') return '';
  }
  const xpos = sentence.analysis[items[verb]?.word ?? -1]?.xpos;
  if (xpos === 'VBZ') return 's';
  return xpos === 'VBP' ? 'p' : '';
};

const isPassiveGroup = ({ items, verb, group }: Question): boolean => {
  if (items[verb]?.kind !== 'participle' && !(items[verb]?.low ?? '').endsWith('ed')) return false;
  for (let i = group; i < verb; i++)
    if (/^(?:am|is|are|was|were|be|been|being|'s|'re)$/.test(items[i]?.low ?? '')) return true;
  return false;
};

/** What is said of the verb alone, put together once for all its candidates. */
interface Verb {
  readonly form: string;
  readonly shape: string;
  readonly around: string;
  readonly number: string;
  readonly relation: string;
  readonly tells: string;
}

const verbOf = (question: Question): Verb => {
  const { sentence, items, verb, group } = question;
  const item = items[verb];
  const analysis = sentence.analysis[item?.word ?? -1];
  const auxiliary = group < verb ? letterAt(items, group) : '';
  const before = `${letterAt(items, group - 2)}${letterAt(items, group - 1)}`;
  const behind = `${letterAt(items, verb + 1)}${letterAt(items, verb + 2)}`;
  return {
    form: item?.low ?? '',
    shape: `${analysis?.xpos ?? item?.kind}${auxiliary}${isPassiveGroup(question) ? 'p' : ''}`,
    around: `${before}_${behind}`,
    number: numberOfGroup(question),
    relation: bare(analysis?.deprel ?? ''),
    tells: `${question.way}${question.byRules === null ? 0 : 1}${question.own === null ? 0 : 1}${question.byTree === null ? 0 : 1}`,
  };
};

/** Rows of features, filled one by one. */
interface Rows {
  readonly rows: Int32Array;
  count: number;
}

/** No candidate has more features. */
const MOST_FEATURES = 64;

const room: Rows = { rows: new Int32Array(MOST_FEATURES), count: 0 };

/** Room for the features of one candidate; the last one's are copied out of it by then. */
const newRows = (): Rows => {
  room.count = 0;
  return room;
};

const rowsOf = ({ rows, count: to }: Rows): Int32Array => rows.slice(0, to);

/** Adds the row of the feature whose name is put together of the parts; the name itself is never made. */
const add = (into: Rows, a: string, b = '', c = '', d = '', e = ''): void => {
  let hash = hashText(a);
  if (b !== '') hash = hashOn(hash, b);
  if (c !== '') hash = hashOn(hash, c);
  if (d !== '') hash = hashOn(hash, d);
  if (e !== '') hash = hashOn(hash, e);
  into.rows[into.count++] = (hash ^ (hash >>> 15)) & (ROWS - 1);
};

const votesFor = ({ byRules, own, byTree }: Question, head: number | null): string =>
  `${byRules === head ? 1 : 0}${own === head ? 1 : 0}${byTree === head ? 1 : 0}`;

const evidenceForNone = (question: Question, verb: Verb): Int32Array => {
  const { items, group, verb: at } = question;
  const rows = newRows();
  const votes = votesFor(question, null);
  const before = items[group - 1]?.low ?? '#';
  add(rows, '0');
  add(rows, '0v', votes);
  add(rows, '0vw', votes, verb.tells);
  add(rows, '0s', verb.shape);
  add(rows, '0sv', verb.shape, votes);
  add(rows, '0a', verb.around);
  add(rows, '0as', verb.around.slice(0, 2), verb.shape, votes);
  add(rows, '0ab', verb.around.slice(1, 4), verb.shape);
  add(rows, '0b', before);
  add(rows, '0bs', before, verb.shape);
  add(rows, '0r', verb.relation, votes);
  add(rows, '0rs', verb.relation, verb.shape);
  add(rows, '0f', verb.form);
  add(rows, '0n', items[at + 1]?.low ?? '#', verb.shape);
  add(rows, `0g${group}${Math.min(at - group, 2)}`.slice(0, 6));
  return rowsOf(rows);
};

/** What is known of one candidate beside what is known of its verb. */
interface Seen {
  /** `<` before the verb, `>` behind it. */
  readonly side: string;
  readonly votes: string;
  readonly path: string;
  readonly between: string;
  readonly outline: string;
  readonly opening: string;
  readonly sort: string;
  readonly left: string;
  readonly right: string;
  readonly number: string;
  readonly order: string;
  readonly relation: string;
}

const seenOf = (question: Question, { number }: Verb, candidate: Candidate, rank: number): Seen => {
  const { sentence, items, verb, group } = question;
  const { head, from, to } = candidate;
  const word = items[head]?.word ?? -1;
  const { xpos = null, deprel = '' } = sentence.analysis[word] ?? {};
  const [start, end] = head < verb ? [to, group] : [verb + 1, from];
  const side = head < verb ? '<' : '>';
  return {
    side,
    votes: votesFor(question, head),
    path: pathTo(question, items[verb]?.word ?? -1, word),
    between: wayBetween(items, start, end),
    outline: outlineOf(items, start, end),
    opening: openingOf(items, from),
    sort: sortOf(question, head),
    left: `${letterAt(items, from - 2)}${letterAt(items, from - 1)}`,
    right: `${letterAt(items, to)}${letterAt(items, to + 1)}`,
    number: `${number}${/S$/.test(xpos ?? '') ? 'P' : 'S'}`,
    order: `${side}${Math.min(rank, 6)}`,
    relation: bare(deprel),
  };
};

/** Who names the candidate, and how the tree leads to it. */
const addVotes = (
  rows: Rows,
  { votes, path, side, between, outline, number, order, left, opening }: Seen,
  verb: Verb,
): void => {
  add(rows, 'v', votes);
  add(rows, 'vw', votes, verb.tells);
  add(rows, 'vp', votes, path);
  add(rows, 'vs', votes, side, verb.around);
  add(rows, 'vb', votes, side, between);
  add(rows, 'vn', votes, number, side);
  add(rows, 'vo', votes, order);
  add(rows, 'vl', votes, side, left);
  add(rows, 'yv', opening, side, votes);
  add(rows, 'zv', side, outline, votes);
  add(rows, 'zp', side, outline, path);
  add(rows, 'p', side, path);
  add(rows, 'pw', path, verb.tells);
  add(rows, 'pr', path, verb.shape, side);
  add(rows, 'pb', path, side, between);
};

/** What stands between the candidate and the verb. */
const addWay = (
  rows: Rows,
  { side, between, outline, sort, left, right, number, opening }: Seen,
  verb: Verb,
): void => {
  add(rows, 'b', side, between);
  add(rows, 'bs', side, between, verb.shape);
  add(rows, 'bt', side, between, sort);
  add(rows, 'bl', side, between, left.slice(1));
  add(rows, 'bll', side, between, left);
  add(rows, 'ba', side, between, verb.around.slice(2));
  add(rows, 'br', side, between, right);
  add(rows, 'nb', number, side, between);
  add(rows, 'z', side, outline);
  add(rows, 'zo', side, outline, opening);
  add(rows, 'zl', side, outline, left.slice(1), sort);
  add(rows, 'zs', side, outline, verb.shape);
  add(rows, 'za', side, outline, verb.around.slice(2), opening);
  add(rows, 'c', side, count(between, ','), count(between, 'FXB'), count(between, 'Q.'));
  add(rows, 'cs', side, count(between, ','), count(between, 'FXB'), verb.shape);
};

/** What the candidate is, and what stands around it and around the verb. */
const addPlace = (
  rows: Rows,
  { side, sort, left, number, order, opening, relation }: Seen,
  verb: Verb,
): void => {
  add(rows, 'l', side, left);
  add(rows, 'ls', side, left, sort);
  add(rows, 'lo', order, left.slice(1));
  add(rows, 's', side, sort, verb.around.slice(2, 4));
  add(rows, 'sa', side, sort, verb.around);
  add(rows, 'ss', side, sort, verb.shape);
  add(rows, 'a', side, verb.around);
  add(rows, 'aw', order, verb.around);
  add(rows, 'n', side, number);
  add(rows, 'o', order);
  add(rows, 'y', side, opening, sort);
  add(rows, 'yo', order, opening);
  add(rows, 'f', verb.form, side, verb.around.slice(1, 4));
  add(rows, 'd', side, relation);
};

/** The words themselves. */
const addWords = (
  rows: Rows,
  items: readonly Item[],
  { head, from, to }: Candidate,
  seen: Seen,
  verb: Verb,
): void => {
  const { side, votes, sort, relation } = seen;
  const before = items[from - 1]?.low ?? '#';
  const rest = side === '<' && head < to - 1 ? 'r' : '';
  add(rows, 'w', side, (items[head]?.low ?? '').slice(-3));
  add(rows, 'wp', before, side);
  add(rows, 'wq', before, side, votes);
  add(rows, 'dr', side, relation, verb.relation, rest);
  add(rows, 'e', rest, side, String(items[from]?.kind), sort);
};

const evidenceFor = (question: Question, verb: Verb, candidate: Candidate, rank: number): Int32Array => {
  const seen = seenOf(question, verb, candidate, rank);
  const rows = newRows();
  addVotes(rows, seen, verb);
  addWay(rows, seen, verb);
  addPlace(rows, seen, verb);
  addWords(rows, question.items, candidate, seen, verb);
  return rowsOf(rows);
};

/** Rows of the table of weights for each candidate and, last, for nobody. */
export const evidenceOf = (question: Question, candidates: readonly Candidate[]): readonly Int32Array[] => {
  const verb = verbOf(question);
  const ranks = { before: 0, behind: 0 };
  return [
    ...candidates.map((candidate) => {
      const rank = candidate.head < question.verb ? ranks.before++ : ranks.behind++;
      return evidenceFor(question, verb, candidate, rank);
    }),
    evidenceForNone(question, verb),
  ];
};
