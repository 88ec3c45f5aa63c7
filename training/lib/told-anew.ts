import type { Word } from '../../src/model/analysis.ts';
import type { Pieces } from './pieces.ts';
import { createPhrases, type Part, type Phrases, type VerbForms, type Way } from './told-phrases.ts';

/** A sentence put together, with the verb and the words of its subject. */
export interface ToldSentence {
  readonly words: readonly Word[];
  readonly verb: number;
  readonly subject: ReadonlySet<number>;
}

const QUOTES = [
  ['"', '"'],
  ['"', '"'],
  ['“', '”'],
  ['‘', '’'],
] as const;

const list = (text: string): readonly string[] => text.split(';');
const BEFORE = list(
  'but;yet;still,;in the capital,;under pressure from its allies,;to applause,;for its part,;once again,;later,;in other words,;as a result,',
);
const TO_WHOM = list(
  'reporters;the court;parliament;the news agency;a news conference;lawmakers;the committee;state television',
);
const CALLED_UPON = list(
  'by reporters;whether he would resign;about the delay;why nobody had been warned;twice by the court;if the bridge was safe',
);
const PARTICLES = list('in;back;out;on;up');

/** Parts of a sentence about its verb. */
interface Speech extends Phrases {
  readonly verb: (form: keyof VerbForms) => Part;
  readonly finite: () => Part;
  readonly simply: () => Part;
  readonly hearer: () => Part;
  readonly quote: (...inner: readonly (string | Part)[]) => Part;
  readonly that: () => Part;
  readonly behind: () => Part;
  /** Who says it, behind what is said. */
  readonly attributed: () => Part;
}

const speechOf = (phrases: Phrases, verbs: readonly VerbForms[]): Speech => {
  const { pick, chance, oneOf, row, some, subject, before, setting, adverb } = phrases;
  const verb = (form: keyof VerbForms): Part => [[pick(verbs)[form], 'v']];
  const simply = (): Part => (chance(0.8) ? verb('past') : verb('third'));
  const hearer = (): Part => some(0.15, () => pick(TO_WHOM));
  const finite = (): Part =>
    oneOf<Part>([
      [70, () => verb('past')],
      [15, () => verb('third')],
      [10, () => row(pick(['has', 'had', 'have']), verb('participle'))],
      [5, () => row(adverb(), verb('past'))],
    ]);
  const behind = (): Part =>
    row(
      simply(),
      some(0.04, adverb),
      some(0.04, () => pick(PARTICLES)),
      some(0.04, setting),
      subject(),
    );
  const quote = (...inner: readonly (string | Part)[]): Part => {
    const [open, close] = pick(QUOTES);
    return row(open, ...inner, close);
  };
  const attributed = (): Part =>
    chance(0.55) ? row(behind(), some(0.3, setting)) : row(before(), finite(), hearer(), some(0.25, setting));
  const that = (): Part => some(0.7, () => 'that');
  return { ...phrases, verb, simply, hearer, finite, behind, quote, attributed, that };
};

/** Said behind, between and before. */
const quoted = ({
  row,
  quote,
  clause,
  chance,
  attributed,
  subject,
  simply,
  before,
  finite,
  noun,
  unmarked,
  others,
  behind,
  relative,
}: Speech): readonly Way<Part>[] => [
  [8, () => row(quote(clause(), chance(0.8) ? ',' : '?'), attributed(), '.')],
  [4, () => row(quote(clause(), ','), attributed(), chance(0.7) ? ',' : '.', quote(clause(), '.'))],
  [4, () => row(clause(), ',', attributed(), '.')],
  [3, () => row(clause(), ',', before(), finite(), ',', clause(), '.')],
  [2, () => row(clause(), '-', subject(), simply(), '-', clause(), '.')],
  [1, () => row(unmarked(noun()), 'was', quote(others()), ',', attributed(), '.')],
  [1, () => row(unmarked(noun()), ',', behind(), ',', relative().slice(1), '.')],
  [2, () => row(before(), finite(), ':', quote(clause(), '.'))],
  [1, () => row(unmarked(clause()), ',', subject(), simply())],
];

/** Said of what follows. */
const reported = ({
  row,
  some,
  pick,
  before,
  finite,
  hearer,
  setting,
  that,
  clause,
  ing,
  unmarked,
  chance,
  simple,
  noun,
  verb,
  subject,
}: Speech): readonly Way<Part>[] => [
  [
    6,
    () =>
      row(
        some(0.25, () => pick(BEFORE)),
        before(),
        finite(),
        hearer(),
        some(0.2, setting),
        that(),
        clause(),
        '.',
      ),
  ],
  [
    3,
    () =>
      row(
        setting(),
        some(0.6, () => ','),
        before(),
        finite(),
        hearer(),
        that(),
        clause(),
        '.',
      ),
  ],
  [3, () => row(ing(), ',', before(), finite(), that(), clause(), '.')],
  [
    2,
    () => row(unmarked(clause()), chance(0.5) ? 'but' : ', and', before(), finite(), that(), clause(), '.'),
  ],
  [2, () => row(simple(), ',', [['who', 's']], finite(), that(), clause(), ', left early .')],
  [
    1,
    () =>
      row(
        simple(),
        ',',
        [['who', 's']],
        'had slept badly and',
        verb('past'),
        that(),
        clause(),
        ', left early .',
      ),
  ],
  [1, () => row(unmarked(noun()), ', which', before(), finite(), 'as final , was dropped .')],
  [1, () => row(unmarked(noun()), 'that', simple(), finite(), 'was dropped .')],
  [
    2,
    () =>
      row(
        unmarked(subject()),
        pick(['said', 'denied', 'claimed', 'reported']),
        'that',
        before(),
        finite(),
        that(),
        clause(),
        '.',
      ),
  ],
  [
    1,
    () =>
      row(
        pick(['did', 'does', 'why did', 'what did', 'will', 'could']),
        before(),
        verb('base'),
        some(0.5, clause),
        '?',
      ),
  ],
];

/** Said beside something else. */
const beside = ({
  row,
  some,
  pick,
  chance,
  acting,
  verb,
  that,
  clause,
  hearer,
  setting,
  quote,
  subject,
  simple,
  before,
  adverb,
  unmarked,
}: Speech): readonly Way<Part>[] => [
  [3, () => row(acting(), ',', verb('ing'), that(), clause(), '.')],
  [2, () => row(acting(), chance(0.5) ? 'and' : ', and', verb('past'), hearer(), that(), clause(), '.')],
  [1, () => row(acting(), 'and ,', setting(), ',', verb('past'), that(), clause(), '.')],
  [1, () => row(quote(clause(), ','), 'said', subject(), ',', verb('ing'), that(), clause(), '.')],
  [1, () => row(verb('participle'), pick(CALLED_UPON), ',', acting(), '.')],
  [1, () => row(verb('participle'), 'that', clause(), ',', acting(), '.')],
  [
    1,
    () => row('asked', 'whether', clause(), ',', simple(), 'laughed ,', verb('ing'), that(), clause(), '.'),
  ],
  [2, () => row(verb('ing'), clause(), ',', acting(), '.')],
  [1, () => row(simple(), verb('ing'), 'the war was found at the gate .')],
  [
    2,
    () =>
      row(
        before(),
        pick(['was', 'were', 'has been', 'is']),
        some(0.2, adverb),
        verb('participle'),
        some(0.3, () => 'by officials'),
        pick(['to', 'as saying', 'that', 'of']),
        unmarked(clause()),
        '.',
      ),
  ],
];

/** Said by nobody who is named. */
const bySomebody = ({
  row,
  some,
  pick,
  verb,
  setting,
  clause,
  unmarked,
  subject,
  noun,
  that,
  acting,
}: Speech): readonly Way<Part>[] => [
  [
    1,
    () =>
      row(
        pick(['it was', 'it has been', 'it is']),
        verb('participle'),
        some(0.4, setting),
        'that',
        clause(),
        '.',
      ),
  ],
  [
    1,
    () =>
      row(
        unmarked(subject()),
        pick(['declined to', 'refused to', 'wanted to', 'did not respond to a request to']),
        verb('base'),
        clause(),
        '.',
      ),
  ],
  [1, () => row(unmarked(subject()), 'was quoted as', verb('ing'), that(), clause(), '.')],
  [
    1,
    () => row(pick(['without', 'by', 'after']), verb('ing'), unmarked(noun()), ',', unmarked(acting()), '.'),
  ],
  [
    0.5,
    () =>
      row(
        'as',
        verb('participle'),
        pick(['earlier', 'before', 'on Monday', 'in May']),
        ',',
        unmarked(acting()),
        '.',
      ),
  ],
  [
    0.5,
    () =>
      row(
        verb('ing'),
        unmarked(noun()),
        pick(['is hard', 'costs nothing', 'would be wrong', 'took years']),
        '.',
      ),
  ],
  [
    0.5,
    () =>
      row(
        unmarked(noun()),
        pick(['at', 'of', 'for', 'by']),
        verb('ing'),
        unmarked(noun()),
        pick(['was dropped', 'would end in tears', 'failed', 'has begun']),
        '.',
      ),
  ],
];

/** Puts sentences together in the ways in which agencies report speech, from what was cut out of treebanks. */
export const createTeller = (
  pieces: Pieces,
  verbs: readonly VerbForms[],
  random: () => number,
): (() => ToldSentence) => {
  const speech = speechOf(createPhrases(pieces, random), verbs);
  const ways = [...quoted(speech), ...reported(speech), ...beside(speech), ...bySomebody(speech)];
  return () => assembled(speech.oneOf(ways));
};

const GLUED = /^(?:[,.:;?!)”’]|n['’]t|['’](?:s|re|ve|ll|d|m)?)$/i;

/** Whether a token opens what is quoted or bracketed, closes it, or neither; a straight mark does both in turn. */
const sideOf = (form: string, isQuoted: boolean): 'opens' | 'closes' | null => {
  if (form === '"') return isQuoted ? 'closes' : 'opens';
  return /^[“‘(]$/.test(form) ? 'opens' : null;
};

/** Words with their places in a text, opened by a capital. */
const assembled = (tokens: Part): ToldSentence => {
  const words: Word[] = [];
  const subject = new Set<number>();
  let verb = -1;
  let at = 0;
  let isStart = true;
  let isQuoted = false;
  let isTight = true;
  for (const [raw, mark] of tokens) {
    const side = sideOf(raw, isQuoted);
    if (raw === '"') isQuoted = !isQuoted;
    const isFirst: boolean = isStart && /\p{L}/u.test(raw);
    const form = isFirst ? raw.charAt(0).toUpperCase() + raw.slice(1) : raw;
    isStart = side === 'opens' || (isStart && !isFirst);
    if (!isTight && side !== 'closes' && !GLUED.test(raw)) at++;
    if (mark === 'v') verb = words.length;
    else if (mark === 's') subject.add(words.length);
    words.push({ form, start: at, end: at + form.length });
    at += form.length;
    isTight = side === 'opens';
  }
  return { words, verb, subject };
};
