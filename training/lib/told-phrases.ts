import type { Piece, Pieces } from './pieces.ts';

/** A word that goes into a sentence put together; `v` marks the verb, `s` words of its subject. */
export type Token = readonly [form: string, mark: '' | 'v' | 's'];
export type Part = readonly Token[];

/** A verb of speech in its forms. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
}

/** One of several ways, and its share among them. */
export type Way<T> = readonly [share: number, make: () => T];

const list = (text: string): readonly string[] => text.split(';');

const TIMES = list(
  'on Monday;on Tuesday;on Wednesday;Thursday;late on Friday;on Saturday night;last week;on 4 June;in a statement;at a news conference;in a letter dated 3 May;this week;two days later',
);
const ASIDES = list(
  'however;meanwhile;for example;for its part;on the other hand;among others;in turn;of course;once again',
);
const TITLES = list(
  'Foreign Minister;Prime Minister;President;Dr.;Gen.;Col.;Judge;Rep.;Professor;Captain;Bishop;spokesman;spokeswoman;Mayor;Deputy Mayor;police spokesman',
);
const ROLES = list(
  'a spokesman for the ministry;the foreign minister;its chairman;president of the chamber of trade;the head of the commission;a lawyer;an analyst at the bank;a former general;who is 61;34;47;a member of the party;her neighbour;the governor of the province',
);
const OWNERS = list(
  "the ministry 's;the party 's;its;his;the country 's;the company 's;the country 's former deputy;the president 's",
);
const LINKS = list('of;of;of;of;for;for;to;from;at;in;in;on;with;near;behind;against');
const NOMINALS = list('accused;wounded;injured;deceased;elderly;poor;young;missing');
const PARTS = list('one;one;some;two;many;several;three;most;none;few;all;both');
const ADVERBS = list('also;later;repeatedly;privately;again;simply;recently;himself');

/** Makers of the phrases that sentences are put together from; each call draws anew. */
export interface Phrases {
  readonly pick: <T>(from: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <T>(ways: readonly Way<T>[]) => T;
  /** Strings as words, parts as they are. */
  readonly row: (...parts: readonly (string | Part)[]) => Part;
  /** The part with this chance, else nothing. */
  readonly some: (share: number, part: () => string | Part) => Part;
  readonly unmarked: (part: Part) => Part;
  readonly clause: () => Part;
  readonly acting: () => Part;
  readonly setting: () => Part;
  readonly ing: () => Part;
  readonly relative: () => Part;
  readonly noun: () => Part;
  /** A noun or name that is nobody's subject. */
  readonly others: () => Part;
  readonly simple: () => Part;
  readonly subject: () => Part;
  /** A subject before its verb, with the commas that close its asides. */
  readonly before: () => Part;
  readonly adverb: () => Part;
}

const headed = ({ forms, head }: Piece): Part => forms.map((form, i) => [form, i === head ? 's' : '']);
const plain = (text: string): Part => (text === '' ? [] : text.split(' ').map((form) => [form, '']));
const row = (...parts: readonly (string | Part)[]): Part =>
  parts.flatMap((part) => (typeof part === 'string' ? plain(part) : part));
const unmarked = (part: Part): Part => part.map(([form]) => [form, '']);
const ARTICLE = /^(?:the|a|an|his|her|its|their|this|that|my|our|your)$/;

type Drawing = Pick<Phrases, 'pick' | 'chance' | 'oneOf' | 'some'>;

const drawing = (random: () => number): Drawing => {
  const chance = (share: number): boolean => random() < share;
  return {
    chance,
    pick: <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T,
    oneOf: <T>(ways: readonly Way<T>[]): T => {
      let at = random() * ways.reduce((sum, [share]) => sum + share, 0);
      for (const [share, make] of ways) {
        at -= share;
        if (at < 0) return make();
      }
      return (ways[0] as Way<T>)[1]();
    },
    some: (share, part) => (chance(share) ? row(part()) : []),
  };
};

type Words = Pick<Phrases, 'clause' | 'acting' | 'setting' | 'ing' | 'relative' | 'noun' | 'others'> & {
  readonly name: () => Part;
  readonly pronoun: () => Part;
};

const wordsFrom = (pieces: Pieces, { pick, chance }: Drawing): Words => {
  const name = (): Part => headed(pick(pieces.names));
  const noun = (): Part => headed(pick(pieces.nouns));
  return {
    name,
    noun,
    pronoun: () => headed(pick(pieces.pronouns)),
    others: () => unmarked(chance(0.3) ? name() : noun()),
    clause: () => unmarked(headed(pick(pieces.clauses))),
    acting: () => headed(pick(pieces.acting)),
    setting: () => (chance(0.5) ? plain(pick(TIMES)) : unmarked(headed(pick(pieces.settings)))),
    ing: () => unmarked(headed(pick(pieces.participles))),
    relative: () => unmarked(headed(pick(pieces.relatives))),
  };
};

/** Phrases with no comma in them, of one head. */
const simplyMade = (
  { pick, oneOf, some }: Drawing,
  { name, noun, pronoun, others }: Words,
): Readonly<Record<'simple' | 'titled' | 'owned' | 'chained', () => Part>> => {
  const titled = (): Part => row(pick(TITLES), name());
  const owned = (): Part => {
    const own = noun();
    return row(pick(OWNERS), ARTICLE.test(own[0]?.[0] ?? '') ? own.slice(1) : own);
  };
  /** "the chief of the delegation to the talks on the fishing grounds" */
  const chained = (): Part =>
    row(
      noun(),
      pick(LINKS),
      others(),
      some(0.5, () => row(pick(LINKS), others())),
      some(0.2, () => row(pick(LINKS), others(), 'and', others())),
    );
  const simple = (): Part =>
    oneOf<Part>([
      [16, pronoun],
      [26, name],
      [12, titled],
      [10, owned],
      [3, () => row('the', [[pick(NOMINALS), 's']])],
      [4, () => row([[pick(PARTS), 's']], 'of', unmarked(noun()))],
      [29, noun],
    ]);
  return { simple, titled, owned, chained };
};

/** "…, a lawyer", "… of the party", "(R-Orland)", joined by "and", with a clause of their own. */
const waysOfDescribing = (
  { pick, chance, some }: Drawing,
  { name, noun, others, ing, relative }: Words,
  { simple, titled, owned, chained }: ReturnType<typeof simplyMade>,
): readonly Way<Part>[] => [
  [6, () => row(owned(), 'of', others(), ',', unmarked(titled()))],
  [6, () => row(owned(), ',', unmarked(name()), ',', pick(ROLES))],
  [5, () => row(chained(), ',', unmarked(name()))],
  [10, () => row(simple(), ',', others(), 'and', others())],
  [
    4,
    () =>
      row(
        name(),
        ',',
        pick(ROLES),
        ', and',
        others(),
        some(0.5, () => row(',', unmarked(name()))),
      ),
  ],
  [3, () => row(simple(), ',', relative(), ', and', others())],
  [3, () => row(simple(), ',', others(), ', and', others(), ',', relative())],
  [3, () => row(name(), '-', pick(ROLES), '-')],
  [10, () => row(chance(0.5) ? name() : titled(), ',', chance(0.6) ? pick(ROLES) : others())],
  [10, () => row(noun(), ',', unmarked(name()))],
  [6, () => row(simple(), ',', relative())],
  [8, () => row(noun(), relative())],
  [3, () => row(noun(), pick(LINKS), others(), relative())],
  [6, () => row(noun(), ing())],
  [4, () => row(simple(), ',', ing())],
  [3, () => row(name(), '( R )')],
  [12, () => row(simple(), 'and', others())],
  [14, chained],
];

/** Draws phrases from what was cut out of treebanks. */
export const createPhrases = (pieces: Pieces, random: () => number): Phrases => {
  const draw = drawing(random);
  const words = wordsFrom(pieces, draw);
  const made = simplyMade(draw, words);
  const ways = waysOfDescribing(draw, words, made);
  const subject = (): Part => (draw.chance(0.6) ? made.simple() : draw.oneOf(ways));
  const before = (): Part => {
    const own = subject();
    const part = own.some(([form]) => form === ',') ? row(own, ',') : own;
    return draw.oneOf<Part>([
      [75, () => part],
      [7, () => row(part, ',', draw.pick(ASIDES), ',')],
      [5, () => row(part, '-', words.ing(), '-')],
      [13, () => row(part, words.setting())],
    ]);
  };
  const adverb = (): Part => row(draw.pick(ADVERBS));
  return { ...draw, ...words, row, unmarked, simple: made.simple, subject, before, adverb };
};
