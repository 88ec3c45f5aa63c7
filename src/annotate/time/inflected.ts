import type { Inflection, TimeLexicon, TimeWordValue } from '../../model/knowledge/time-lexicon.ts';

type Words = Readonly<Record<string, TimeWordValue>>;

/** Every form of the stems: `{ вчерашний: -1, вчерашнего: -1, … }`; behind numbers, with the length they make. */
const formsOf = ({ heads, stems, endings }: Inflection): Words => {
  const words: Record<string, TimeWordValue> = {};
  for (const [stem, value] of Object.entries(stems))
    for (const ending of endings) {
      if (heads === undefined) words[stem + ending] = value;
      else
        for (const [head, count] of Object.entries(heads))
          words[head + stem + ending] = lengthOf(count, String(value));
    }
  return words;
};

/** `P2D` of two days, `PT5H` of five hours. */
const lengthOf = (count: TimeWordValue, unit: string): string =>
  unit.startsWith('T') ? `PT${count}${unit.slice(1)}` : `P${count}${unit}`;

/** The classes of a lexicon, those that it writes out and those that it gives by stems and endings; one may be both. */
export const classesOf = (lexicon: TimeLexicon): Readonly<Record<string, Words>> => {
  const classes: Record<string, Words> = { ...lexicon.classes };
  for (const [name, list] of Object.entries(lexicon.inflected ?? {}))
    classes[name] = Object.assign({}, classes[name], ...list.map(formsOf));
  return classes;
};
