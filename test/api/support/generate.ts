/** A sequence of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export const sequence = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The parts of JSON Schema that the description uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
}
/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Schema;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}
/** An operation. */
export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
/** The description. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** What breaks readers of parameters. */
const HOSTILE = [
  '',
  ' ',
  '-',
  '--',
  '\0',
  '\uD800',
  '🕯️',
  'ｆｕｌｌ',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '"',
  '" unclosed',
  '*',
  '(((((((',
  'NEAR(a b)',
  '../../../etc/passwd',
  '..%2f..',
  '%00',
  '%',
  '-1',
  '1e309',
  '9'.repeat(400),
  '0x10',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '2016-02-31',
  '-9999-12-31',
  '999999-01-01',
  '0000',
  'a'.repeat(5000),
  'ن'.repeat(600),
  '岬'.repeat(100),
  '\u202Ea',
  'a\r\nset-cookie: x=1',
  '{"$gt":""}',
] as const;

/** Chooses. */
export interface Choice {
  readonly next: () => number;
  readonly of: <T>(values: readonly T[]) => T;
  readonly hostile: () => string;
}

export const choiceOf = (seed: number): Choice => {
  const next = sequence(seed);
  const of = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  return { next, of, hostile: () => (next() < 0.7 ? of(HOSTILE) : of(HOSTILE) + of(HOSTILE)) };
};

const valid = ({ next, of }: Choice, schema: Schema, known: readonly string[]): string => {
  if (schema.enum !== undefined) return of(schema.enum);
  if (schema.type === 'integer') {
    const { minimum = 0, maximum = 5000 } = schema;
    return String(minimum + Math.floor(next() * (maximum - minimum + 1)));
  }
  if (schema.pattern?.includes('d{4}') === true)
    return of(['2016-12-15', '2016', '-0044-03', '2016-12', '1855-02-07']);
  return of(known);
};

/** A value of a parameter: three times in four one that the description allows. `known` are texts that mean something. */
export const textOf = (choice: Choice, schema: Schema, known: readonly string[]): string => {
  if (choice.next() < 0.25) return choice.hostile();
  return (choice.next() < 0.2 ? '-' : '') + valid(choice, schema.items ?? schema, known);
};

/** The path and the query of a request of an operation. */
export const addressOf = (
  choice: Choice,
  path: string,
  parameters: readonly Parameter[],
  known: (name: string) => readonly string[],
): string => {
  const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const isHostile = name === 'd' ? choice.next() < 0.03 : choice.next() < 0.3;
    return encoded(isHostile ? choice.hostile() : choice.of(known(name)));
  });
  const pairs: string[] = [];
  for (const { name, schema } of parameters.filter((one) => one.in === 'query')) {
    if (choice.next() < 0.75) continue;
    const times = schema.type === 'array' || choice.next() < 0.1 ? 1 + Math.floor(choice.next() * 3) : 1;
    for (let n = 0; n < times; n++) pairs.push(`${name}=${encoded(textOf(choice, schema, known(name)))}`);
  }
  if (choice.next() < 0.1)
    pairs.push(choice.of(['=', '&', 'a', '%', '%zz=1', '__proto__=1', `${encoded(choice.hostile())}=1`]));
  return pairs.length === 0 ? whole : `${whole}?${pairs.join('&')}`;
};
