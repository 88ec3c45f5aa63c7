import type { Word } from '../../src/model/analysis.ts';
import type { Piece, Pieces } from './pieces.ts';

/** A sentence put together, with the verb and the words of its subject. */
export interface ToldSentence {
  readonly words: readonly Word[];
  readonly verb: number;
  readonly subject: ReadonlySet<number>;
}

/** The forms of a verb of speech. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** A word that goes into the sentence; `v` marks the verb, `s` words of the subject. */
type Token = readonly [form: string, mark: '' | 'v' | 's'];
type Part = readonly Token[];

const plain = (text: string): Part => text.split(' ').map((form) => [form, '']);
const wordsOf = ({ forms }: Piece): Part => forms.map((form) => [form, '']);

const QUOTES = [
  ['"', '"'],
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
] as const;

const TIMES = 'on Monday;on Tuesday;on Wednesday;Thursday;late on Friday;on Saturday night;last week;on 4 June;in a statement;at a news conference;in a letter dated 3 May;this week;two days later'.split(';');
const ASIDES = 'however;meanwhile;for example;for its part;on the other hand;among others;in turn;of course;once again'.split(';');
const TITLES = 'Foreign Minister;Prime Minister;President;Dr.;Gen.;Col.;Judge;Rep.;Professor;Captain;Bishop;spokesman;spokeswoman;Mayor;Deputy Mayor;police spokesman'.split(';');
const ROLES = 'a spokesman for the ministry;the foreign minister;its chairman;president of the chamber of trade;the head of the commission;a lawyer;an analyst at the bank;a former general;who is 61;34;47;a member of the party;her neighbour;the governor of the province'.split(';');
const OWNERS = "the ministry 's;the party 's;its;his;the country 's;the company 's;the country 's former deputy;the president 's".split(';');
const BEFORE = 'but;yet;still,;in the capital,;under pressure from its allies,;to applause,;for its part,;once again,;later,;in other words,;as a result,'.split(';');
const TO_WHOM = 'reporters;the court;parliament;the news agency;a news conference;lawmakers;the committee;state television'.split(';');

/** Puts sentences together in the ways in which agencies report speech, from what was cut out of treebanks. */
export const createTeller = (pieces: Pieces, verbs: readonly VerbForms[], random: () => number): (() => ToldSentence) => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const some = (share: number, part: () => Part): Part => (chance(share) ? part() : []);

  const headed = (piece: Piece): Part => piece.forms.map((form, i) => [form, i === piece.head ? 's' : '']);
  const unmarked = (part: Part): Part => part.map(([form]) => [form, '']);
  const clause = (): Part => wordsOf(pick(pieces.clauses));
  const setting = (): Part => (chance(0.5) ? plain(pick(TIMES)) : wordsOf(pick(pieces.settings)));
  const name = (): Part => headed(pick(pieces.names));
  const noun = (): Part => headed(pick(pieces.nouns));
  const titled = (): Part => [...plain(pick(TITLES)), ...name()];
  const owned = (): Part => {
    const [first, ...rest] = noun();
    const isBare = first !== undefined && /^(?:the|a|an|his|her|its|their|this|that|my|our|your)$/.test(first[0]);
    return [...plain(pick(OWNERS)), ...(isBare ? rest : [first as Token, ...rest])];
  };
  const simple = (): Part => {
    const r = random();
    if (r < 0.16) return headed(pick(pieces.pronouns));
    if (r < 0.42) return name();
    if (r < 0.54) return titled();
    if (r < 0.67) return [['the', ''], [pick(['accused', 'wounded', 'injured', 'deceased', 'elderly', 'poor', 'young', 'missing']), 's']];
    return r < 0.77 ? owned() : noun();
  };
  /** "…, a lawyer", "… of the party", "(R-Orland)", joined by "and". */
  const described = (): Part => {
    const r = random();
    if (r < 0.06) return [...owned(), ...plain('of'), ...unmarked(noun()), ...plain(','), ...unmarked(chance(0.5) ? titled() : name())];
    if (r < 0.12) return [...owned(), ...plain(','), ...unmarked(name()), ...plain(','), ...plain(pick(ROLES))];
    if (r < 0.16) return [...noun(), ...plain(','), ...unmarked(noun()), ...plain('and'), ...unmarked(noun())];
    if (r < 0.19) return [...name(), ...plain(','), ...plain(pick(ROLES)), ...plain(', and'), ...unmarked(simple()), ...some(0.5, () => [...plain(','), ...unmarked(name())])];
    if (r < 0.22) return [...name(), ...plain('-'), ...plain(pick(ROLES)), ...plain('-')];
    if (r < 0.3) return [...(chance(0.5) ? name() : titled()), ...plain(','), ...(chance(0.6) ? plain(pick(ROLES)) : unmarked(noun()))];
    if (r < 0.5) return [...noun(), ...plain(','), ...unmarked(name())];
    if (r < 0.62) return [...simple(), ...plain(','), ...wordsOf(pick(pieces.relatives))];
    if (r < 0.7) return [...simple(), ...plain(','), ...wordsOf(pick(pieces.participles))];
    if (r < 0.76) return [...name(), ...plain('( R'), ...plain(')')];
    return [...simple(), ...plain('and'), ...unmarked(simple())];
  };
  const isOpen = (part: Part): boolean => part.some(([form]) => form === ',');
  const subject = (): Part => (chance(0.65) ? simple() : described());
  /** With the comma that closes what a comma has opened. */
  const closed = (part: Part): Part => (isOpen(part) ? [...part, [',', '']] : part);
  const adverb = (): Part => plain(pick(['also', 'later', 'repeatedly', 'privately', 'again', 'simply', 'recently', 'himself']));
  const before = (): Part => {
    const part = closed(subject());
    const r = random();
    if (r < 0.07) return [...part, ...plain(`, ${pick(ASIDES)} ,`)];
    if (r < 0.12) return [...part, ...plain('-'), ...wordsOf(pick(pieces.participles)), ...plain('-')];
    return r < 0.25 ? [...part, ...setting()] : part;
  };
  const verb = (form: keyof VerbForms): Part => [[pick(verbs)[form], 'v']];
  const finite = (): Part => {
    const r = random();
    if (r < 0.7) return verb('past');
    if (r < 0.85) return verb('third');
    return r < 0.95 ? [...plain(pick(['has', 'had', 'have'])), ...verb('participle')] : [...adverb(), ...verb('past')];
  };
  const simplyFinite = (): Part => (chance(0.8) ? verb('past') : verb('third'));
  const hearer = (): Part => some(0.15, () => plain(pick(TO_WHOM)));
  const quote = (...inner: readonly Part[]): Part => {
    const [open, close] = pick(QUOTES);
    return [[open, ''], ...inner.flat(), [close, '']];
  };
  const that = (): Part => (chance(0.7) ? plain('that') : []);
  const end = plain('.');
  const comma = plain(',');

  const behind = (): Part => [...simplyFinite(), ...some(0.04, adverb), ...subject()];
  const attributed = (): Part => (chance(0.55) ? [...behind(), ...some(0.3, setting)] : [...before(), ...finite(), ...hearer(), ...some(0.25, setting)]);
  const participle = (): Part => wordsOf(pick(pieces.participles));
  const did = (): Part => headed(pick(pieces.acting));

  const ways: readonly (readonly [share: number, tell: () => readonly Part[]])[] = [
    [8, () => [quote(clause(), chance(0.8) ? comma : plain('?')), attributed(), end]],
    [4, () => [quote(clause(), comma), attributed(), chance(0.7) ? comma : end, quote(clause(), end)]],
    [4, () => [clause(), comma, attributed(), end]],
    [3, () => [clause(), comma, before(), finite(), comma, clause(), end]],
    [2, () => [clause(), plain('-'), subject(), simplyFinite(), plain('-'), clause(), end]],
    [6, () => [some(0.25, () => plain(pick(BEFORE))), before(), finite(), hearer(), some(0.2, setting), that(), clause(), end]],
    [3, () => [setting(), some(0.6, () => comma), before(), finite(), hearer(), that(), clause(), end]],
    [3, () => [participle(), comma, before(), finite(), that(), clause(), end]],
    [2, () => [before(), finite(), plain(':'), quote(clause(), end)]],
    [3, () => [did(), comma, verb('ing'), that(), clause(), end]],
    [2, () => [did(), chance(0.5) ? plain('and') : plain(', and'), verb('past'), hearer(), that(), clause(), end]],
    [2, () => [unmarked(clause()), chance(0.5) ? plain('but') : plain(', and'), before(), finite(), that(), clause(), end]],
    [2, () => [verb('participle'), chance(0.5) ? plain('by reporters') : plain('whether he would resign'), comma, did(), end]],
    [2, () => [verb('ing'), clause(), comma, did(), end]],
    [2, () => [simple(), comma, [['who', 's']], finite(), that(), clause(), comma, plain('left early'), end]],
    [1, () => [unmarked(noun()), comma, plain('which'), before(), finite(), plain('as final'), comma, plain('was dropped'), end]],
    [1, () => [unmarked(noun()), plain('that'), simple(), finite(), plain('was dropped'), end]],
    [1, () => [simple(), verb('ing'), plain('the war was found at the gate'), end]],
    [2, () => [unmarked(subject()), plain(pick(['said', 'denied', 'claimed', 'reported'])), plain('that'), before(), finite(), that(), clause(), end]],
    [2, () => [before(), plain(pick(['was', 'were', 'has been', 'is'])), some(0.2, adverb), verb('participle'), chance(0.3) ? plain('by officials') : [], plain(pick(['to', 'as saying', 'that', 'of'])), clause(), end]],
    [1, () => [plain(pick(['it was', 'it has been', 'it is'])), verb('participle'), some(0.4, setting), plain('that'), clause(), end]],
    [1, () => [unmarked(subject()), plain(pick(['declined to', 'refused to', 'wanted to', 'did not respond to a request to'])), verb('base'), clause(), end]],
    [1, () => [unmarked(subject()), plain('was quoted as'), verb('ing'), that(), clause(), end]],
    [1, () => [plain(pick(['without', 'by', 'after'])), verb('ing'), unmarked(noun()), comma, unmarked(did()), end]],
    [1, () => [plain(pick(['did', 'does', 'why did', 'what did', 'will', 'could'])), closed(subject()), verb('base'), some(0.5, clause), plain('?')]],
    [1, () => [unmarked(clause()), comma, subject(), verb('third')]],
  ];
  const total = ways.reduce((sum, [share]) => sum + share, 0);

  return () => {
    let at = random() * total;
    const way = ways.find(([share]) => (at -= share) < 0) ?? ways[0];
    return assembled(way?.[1]().flat() ?? []);
  };
};

const GLUED = /^(?:[,.:;?!)”’]|n['’]t|['’](?:s|re|ve|ll|d|m)?)$/i;

/** Words with their places in a text, opened by a capital. */
const assembled = (tokens: Part): ToldSentence => {
  const words: Word[] = [];
  const subject = new Set<number>();
  let verb = -1;
  let at = 0;
  let isStart = true;
  let isQuoted = false;
  let tight = true;
  for (const [raw, mark] of tokens) {
    const isStraight = raw === '"';
    const closes = isStraight && isQuoted;
    const isOpener = (isStraight && !isQuoted) || /^[“‘(]$/.test(raw);
    if (isStraight) isQuoted = !isQuoted;
    const isClause = isStart && /\p{L}/u.test(raw);
    const form = isClause ? raw.charAt(0).toUpperCase() + raw.slice(1) : raw;
    isStart = isOpener || (isStart && !isClause);
    if (!tight && !closes && !GLUED.test(raw)) at++;
    if (mark === 'v') verb = words.length;
    if (mark === 's') subject.add(words.length);
    words.push({ form, start: at, end: at + form.length });
    at += form.length;
    tight = isOpener;
  }
  return { words, verb, subject };
};
