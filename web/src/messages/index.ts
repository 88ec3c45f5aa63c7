import { en } from './en.ts';

/** A key of the catalogue. */
export type MessageKey = keyof typeof en;
/** Whether a text is a key of the catalogue. */
export const isMessageKey = (text: string): text is MessageKey => Object.hasOwn(en, text);
/** A catalogue of another language; keys that it lacks are taken from English. */
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;
/** What is filled in. */
export type Values = Readonly<Record<string, string | number>>;

interface Chosen {
  readonly language: string;
  readonly catalogue: Catalogue;
}

let chosen: Chosen = { language: 'en', catalogue: en };

/** Chooses the language of the interface. */
export const speak = (language: string, catalogue: Catalogue): void => {
  chosen = { language, catalogue };
};

/** The language of the interface, a BCP 47 tag. */
export const spoken = (): string => chosen.language;

const FORMS: readonly Intl.LDMLPluralRule[] = ['one', 'few', 'many', 'other'];

/** The form for a number out of `one|other`, or `one|few|many|other` where the language has more. */
const formFor = (n: number, forms: readonly string[], language: string): string => {
  if (forms.length === 1) return forms[0] ?? '';
  const rule = new Intl.PluralRules(language).select(n);
  if (forms.length === 2) return (rule === 'one' ? forms[0] : forms[1]) ?? '';
  return forms[FORMS.indexOf(rule)] ?? forms.at(-1) ?? '';
};

/** A number as the language of the interface writes it. */
export const number = (n: number): string => new Intl.NumberFormat(chosen.language).format(n);

/** The words for a key. */
export const t = (key: MessageKey, values: Values = {}): string => {
  const text: string = chosen.catalogue[key] ?? en[key];
  const language = chosen.catalogue[key] === undefined ? 'en' : chosen.language;
  return text.replace(/\{(\w+)((?:\|[^{}|]*)*)\}/g, (whole, name: string, forms: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (forms === '') return typeof value === 'number' ? number(value) : value;
    return formFor(Number(value), forms.slice(1).split('|'), language).replace('#', number(Number(value)));
  });
};
