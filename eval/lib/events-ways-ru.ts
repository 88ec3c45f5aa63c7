import { readFileSync } from 'node:fs';
import type { EventMention } from '../../src/model/annotation.ts';
import type { Span } from '../../src/model/span.ts';
import { overlaps } from '../../src/model/span.ts';
import { lettersOf } from './events-languages.ts';

/** A sentence of `eval/corpora/events-ways-ru`: one way of telling one type. */
export interface Way {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  /** The words that tell it, in the text. */
  readonly anchor: Span;
  /** Sets of parties by letter that count as right, the first the best; empty where nobody of the pack takes part. */
  readonly parties: readonly string[];
  readonly realis: readonly string[];
  readonly fate: string | null;
  /** Types that count as right, too. */
  readonly typeAlt: readonly string[];
}

const LINE = /^([A-Z]+|-) ([a-z])(?::(\w+))? \| ([^[]*)\[([^\]]+)\]([^=@]*)(.*)$/;

const REALIS: Readonly<Record<string, string>> = {
  a: 'actual',
  p: 'planned',
  r: 'proposed',
  h: 'hypothetical',
  n: 'negated',
  s: 'standing',
  o: 'ongoing',
};

const sorted = (letters: string): string => (letters === '-' ? '' : [...letters].sort().join(''));

/** Reads a line under the heading of its type. @throws where it is none. */
export const readWay = (type: string, line: string, id: string): Way => {
  const [, parties, realis = '', fate, before = '', anchor = '', after = '', marks = ''] =
    LINE.exec(line.trim()) ?? [];
  if (parties === undefined) throw new Error(`no way of telling: ${line}`);
  const also = marks.split(' ').filter((mark) => mark !== '');
  const alt = also.filter((mark) => mark.startsWith('@')).map((mark) => mark.slice(1));
  const realisAlt = alt.flatMap((word) => REALIS[word] ?? []);
  return {
    id,
    type,
    text: `${before}${anchor}${after}`.trimEnd(),
    anchor: { start: before.length, end: before.length + anchor.length },
    parties: [parties, ...also.filter((mark) => mark.startsWith('=')).map((mark) => mark.slice(1))].map(
      sorted,
    ),
    realis: [REALIS[realis] ?? realis, ...realisAlt],
    fate: fate ?? null,
    typeAlt: alt.filter((word) => REALIS[word] === undefined),
  };
};

/** The ways of one part; headings `# type` stand over their lines. */
export const readWays = (part: 'tuning' | 'second' | 'kept'): readonly Way[] => {
  const text = readFileSync(new URL(`../corpora/events-ways-ru/${part}.txt`, import.meta.url), 'utf8');
  let type = '';
  let n = 0;
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) {
      type = line.slice(2).trim();
      n = 0;
      return [];
    }
    n += 1;
    return line.trim() === '' ? [] : [readWay(type, line, `${part}.${type}.${n}`)];
  });
};

/** What was made of a way: the event at its words, by type, then parties, realis and fate. */
export interface WayRead {
  readonly way: Way;
  /** The event at its words, of the right type where there is one. */
  readonly event: EventMention | null;
  readonly typed: boolean;
  readonly whole: boolean;
  readonly real: boolean;
}

/** Looks for a way among the events of its sentence. */
export const readWayIn = (way: Way, events: readonly EventMention[]): WayRead => {
  const here = events.filter(({ trigger }) => overlaps(trigger, way.anchor));
  const right = here.filter(({ type }) => type === way.type || way.typeAlt.includes(type));
  const event = right.find((one) => way.parties.includes(lettersOf(one))) ?? right[0] ?? here[0] ?? null;
  const typed = right.length > 0;
  return {
    way,
    event,
    typed,
    whole: typed && event !== null && way.parties.includes(lettersOf(event)),
    real: typed && event !== null && way.realis.includes(event.realis) && way.fate === event.fate,
  };
};
