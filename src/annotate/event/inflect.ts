/** A form of a verb. `past` stands for the participle too where the two are spelt alike (`past+participle`). */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'past+participle' | 'ing' | 'any';

const VOWEL_CONSONANT = /[^aeiou][aeiou][bdglmnprt]$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;

/**
 * The forms of an English verb. `entry` is the base form alone (`sign`), with past and participle behind slashes
 * (`meet/met/met`; the first of them alone when both are alike), or finished forms joined by `|`, which are taken as they
 * stand. Short verbs double their last letter (`ban`, `drop`); longer ones that do so are listed with slashes.
 */
export const verbForms = (entry: string): readonly (readonly [string, VerbForm])[] => {
  if (entry.includes('|')) return entry.split('|').map((form) => [form, formOf(form)] as const);
  const [base = '', past = null, participle = past] = entry.split('/');
  const doubled = base.length <= 4 && VOWEL_CONSONANT.test(base) ? base + (base.at(-1) ?? '') : base;
  const stem = past?.endsWith('ed') === true ? past.slice(0, -2) : doubled;
  const forms: [string, VerbForm][] = [
    [base, 'base'],
    [thirdPerson(base), 's'],
    [gerund(base, stem), 'ing'],
  ];
  const regular = regularPast(base, doubled);
  if (past === null || past === participle) forms.push([past ?? regular, 'past+participle']);
  else forms.push([past, 'past'], [participle ?? regular, 'participle']);
  return forms;
};

/** Alternatives listed side by side may be two base forms (`recognise|recognize`) or forms of one verb. */
const formOf = (form: string): VerbForm => {
  const closed = CLOSED[form];
  if (closed !== undefined) return closed;
  if (form.endsWith('ing')) return 'ing';
  if (form.endsWith('ed')) return 'past+participle';
  if (form === 'went' || form === 'came') return 'past';
  return form.endsWith('s') ? 's' : 'base';
};

/** Auxiliaries stand before any word: of them only the tense is read. */
const CLOSED: Readonly<Record<string, VerbForm>> = {
  is: 's',
  are: 's',
  has: 's',
  have: 's',
  was: 'past',
  were: 'past',
  had: 'past',
  did: 'past',
  will: 'any',
  would: 'any',
  could: 'any',
  might: 'any',
  may: 'any',
  can: 'any',
  must: 'any',
  "won't": 'any',
  "wouldn't": 'any',
};

const thirdPerson = (base: string): string => {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return SIBILANT.test(base) || base.endsWith('o') ? `${base}es` : `${base}s`;
};

const regularPast = (base: string, doubled: string): string => {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled}ed`;
};

const gerund = (base: string, stem: string): string => {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`;
  return stem.endsWith('i')
    ? `${base}ing`
    : `${stem === base || !stem.startsWith(base) ? doubledFor(base) : stem}ing`;
};

// Irregular verbs have no regular past to take the doubled letter from: cut, put, get, hit, run, sit.
const doubledFor = (base: string): string =>
  base.length <= 4 && VOWEL_CONSONANT.test(base) ? base + (base.at(-1) ?? '') : base;
