import type { Mention } from '../../../model/annotation.ts';
import type { Span } from '../../../model/span.ts';
import { contains } from '../../../model/span.ts';
import { isOutlet, lastPair } from '../plain-actors.ts';
import type { Actor, Stage } from '../stage.ts';
import { actorOf } from '../stage.ts';
import type { JapaneseTables } from './lists.ts';
import { wordAt } from './lists.ts';

/** Actors that stand together, with the particle behind them: `[ヴァルドリアのタル外相]は`, `[AとB]の`. */
export interface JapanesePhrase extends Span {
  readonly actors: readonly Actor[];
  /** `は`, `が`, `と`, `に`, `を`, `の`, `による`, …; empty when none follows. */
  readonly particle: string;
  /** Where the words behind the particle begin. */
  readonly behind: number;
}

const ACTING: ReadonlySet<string> = new Set(['PERSON', 'STATE', 'ORG']);

/** Particles, the longest first. */
const PARTICLE =
  /^(?:前で|に対しては?|に対する|に対し|によって|により|による|を相手取り|との間で?の?|の間で?の?|との|への|からの|とは|には|では|へは|からは|は|が|も|と|に|を|へ|で|から|の|、)/u;

/** What may stand between the actor and its particle: `2人`, `両国`, `ら`, `氏`. */
const TAIL =
  /^(?:[0-9０-９一二三四五六七八九十]+(?:人|隻|機|名|社|か国|カ国|ヵ国|か所)|ら|氏|さん|側|など|両国|[（(][^（）()]{1,24}[）)])+/u;

/** The actors of a sentence with their particles, joined where they stand in a row or in apposition. */
export const findJapanesePhrases = (
  stage: Stage,
  { bodies, grammar }: JapaneseTables,
  mentions: readonly Mention[],
  sentence: Span,
): readonly JapanesePhrase[] => {
  const { text } = stage.input.article;
  const outer = outermost(mentions);
  const joined: JapanesePhrase[] = [];
  for (const mention of outer) {
    const actor = actorIn(stage, mention, mentions);
    if (actor === null) {
      absorb(joined, text, mention);
      continue;
    }
    const next = withBody(text, bodies, { ...spanOf(mention), actors: [actor], particle: '', behind: 0 });
    const last = joined.at(-1);
    if (last !== undefined && (next.start < last.end || isPosting(text, last, next))) continue;
    const one = last === undefined ? null : oneWith(text, last, next);
    if (one === null) joined.push(next);
    else joined[joined.length - 1] = one;
  }
  return [...joined, ...pairPhrases(stage, grammar.pairs, joined, sentence)].sort(
    (a, b) => a.start - b.start,
  );
};

/** `ヴァルドリアの[駐ヘイル]大使`: where an ambassador is posted says nothing of whose he is. */
const isPosting = (text: string, last: JapanesePhrase, next: JapanesePhrase): boolean =>
  /^の駐$/u.test(text.slice(last.end, next.start));

/** `両国は`, `両首脳が`: the two last spoken of. */
const pairPhrases = (
  stage: Stage,
  pairs: readonly string[],
  named: readonly JapanesePhrase[],
  sentence: Span,
): readonly JapanesePhrase[] => {
  const { text } = stage.input.article;
  const found: JapanesePhrase[] = [];
  for (let i = sentence.start; i < sentence.end; i++) {
    if (text[i] !== '両' && text[i] !== '双') continue;
    const word = pairs.find((pair) => text.startsWith(pair, i));
    if (word === undefined) continue;
    const at = { start: i, end: i + word.length };
    const before = named.filter(({ end }) => end <= i).flatMap(({ actors }) => actors);
    const actors = lastPair(stage, before, at);
    if (actors.length > 1) found.push({ ...at, actors, ...particleAt(text, at.end) });
  }
  return found;
};

const spanOf = ({ span }: Mention): Span => span;

const outermost = (mentions: readonly Mention[]): readonly Mention[] =>
  mentions.filter(
    (mention) =>
      ACTING.has(mention.type) &&
      !mentions.some(
        (other) =>
          other !== mention &&
          ACTING.has(other.type) &&
          contains(other.span, mention.span) &&
          other.span.end - other.span.start > mention.span.end - mention.span.start,
      ),
  );

/** Whom a mention means; an office that nobody is known to hold stands for the state in it. */
const actorIn = (stage: Stage, mention: Mention, all: readonly Mention[]): Actor | null => {
  const state =
    all.find(({ type, span }) => type === 'STATE' && contains(mention.span, span))?.refersTo ?? null;
  const ref = mention.refersTo ?? state;
  if (ref === null || isOutlet(stage, ref)) return null;
  const actor = actorOf(stage, ref, mention.refersTo === null ? 'STATE' : mention.type, mention.span);
  return { ...actor, party: actor.party ?? state, travels: mention.type === 'PERSON', isForce: false };
};

/** An office of nobody known (`外相` behind a state) belongs to the words before it. */
const absorb = (joined: JapanesePhrase[], text: string, { span }: Mention): void => {
  const last = joined.at(-1);
  if (last === undefined || !/^の?$/u.test(text.slice(last.end, span.start))) return;
  joined[joined.length - 1] = {
    ...last,
    ...particleAt(text, span.end),
    end: span.end,
    actors: last.actors.map((actor) => ({ ...actor, travels: true })),
  };
};

const particleAt = (text: string, end: number): Pick<JapanesePhrase, 'particle' | 'behind'> => {
  const rest = text.slice(end, end + 40);
  const skipped = TAIL.exec(rest)?.[0].length ?? 0;
  const particle = PARTICLE.exec(rest.slice(skipped))?.[0] ?? '';
  return { particle, behind: end + skipped + particle.length };
};

/** What may stand between a state and its body: `オルランド[人]漁師`. */
const BETWEEN = /^(?:の|籍の|船籍の|人(?=[\p{Script=Han}]))/u;

/** `ヴァルドリア[軍]`, `オルランドの[漁船]`: a body makes an actor of the state before it. */
const withBody = (text: string, bodies: JapaneseTables['bodies'], phrase: JapanesePhrase): JapanesePhrase => {
  let { end } = phrase;
  let actors = phrase.actors;
  for (let steps = 0; steps < 3; steps++) {
    const from = end + (BETWEEN.exec(text.slice(end, end + 3))?.[0].length ?? 0);
    const body = wordAt(bodies, text, from);
    if (body === null || isWithin(text, from + body.words.length)) break;
    end = from + body.words.length;
    actors = actors.map((actor) => ({
      ...actor,
      span: { start: phrase.start, end },
      isForce: body.isForce,
      travels: actor.travels || body.travels,
    }));
  }
  return { ...phrase, actors, end, ...particleAt(text, end) };
};

/** `軍` in `軍事`, `船` in `船員`: the word goes on. */
const isWithin = (text: string, end: number): boolean =>
  /^[\p{Script=Han}ー]/u.test(text.slice(end, end + 1)) &&
  !/^(?:[0-9一二三四五六七八九十両]|大使|職員)/u.test(text.slice(end, end + 2));

/** `ヴァルドリアの` before a person or office of that state; `AとB`, `A、B` in a row; a name and the office behind it. */
const oneWith = (text: string, a: JapanesePhrase, b: JapanesePhrase): JapanesePhrase | null => {
  const gap = text.slice(a.end, b.start);
  const isRow = /^(?:と|、|や|および|及び|・)$/u.test(gap);
  if (isRow && !(gap === '、' && b.particle === '、') && !isTopic(a) && !isPlace(b))
    return { ...b, start: a.start, actors: [...a.actors, ...b.actors] };
  if (gap === '' || gap === 'の') {
    const state = a.actors.at(-1);
    const person = b.actors[0];
    if (state === undefined || person === undefined) return null;
    const same = (person.party ?? person.ref).id === (state.party ?? state.ref).id;
    if (same)
      return {
        ...b,
        start: a.start,
        actors: [...a.actors.slice(0, -1), preferred(state, person), ...b.actors.slice(1)],
      };
  }
  return null;
};

/** `ホリス首相と[ヘイル]で`: the place is no second actor. */
const isPlace = ({ particle }: JapanesePhrase): boolean => /^(?:で|では)$/u.test(particle);

const isTopic = ({ particle }: JapanesePhrase): boolean => /^(?:は|が|も)/u.test(particle);

const preferred = (a: Actor, b: Actor): Actor => (b.type === 'PERSON' || a.type !== 'PERSON' ? b : a);
