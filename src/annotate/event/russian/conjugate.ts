import type { VerbForm } from './forms.ts';

/** A stem of a verb with what each ending behind it makes of it. */
export interface StemForms {
  readonly stem: string;
  readonly endings: ReadonlyMap<string, VerbForm>;
}

type Endings = ReadonlyMap<string, VerbForm>;

const ADJECTIVE = 'ий ый ая ое ее ие ые ого его ому ему ой ей ую юю ым им ом ем ых их ыми ими'.split(' ');

const forms = (...groups: readonly (readonly [VerbForm, readonly string[]])[]): Endings =>
  new Map(groups.flatMap(([form, endings]) => endings.map((ending) => [ending, form] as const)));

const like = (...stems: readonly string[]): readonly string[] =>
  stems.flatMap((stem) => ADJECTIVE.map((ending) => stem + ending));

/** Behind the stem of the infinitive: `подписа-ть, -л, -в, -вший`. */
const PAST = forms(
  ['infinitive', ['ть']],
  ['past', ['л', 'ла', 'ло', 'ли']],
  ['gerund', ['в', 'вши']],
  ['acting', like('вш')],
);
/** Behind a stem whose masculine past has no -л: `отверг-, -ла, -ший`. */
const BARE_PAST = forms(['past', ['', 'ла', 'ло', 'ли']], ['gerund', ['ши']], ['acting', like('ш')]);
const PASSIVE = forms(['passive', ['', 'а', 'о', 'ы']], ['done', like('')]);
const PASSIVE_N = forms(['passive', ['', 'а', 'о', 'ы']], ['done', like('н')]);
const PRESENT_HARD = forms(
  ['fin', ['у', 'ешь', 'ет', 'ем', 'ете', 'ут']],
  ['gerund', ['я']],
  ['acting', like('ущ')],
);
const PRESENT_SOFT = forms(
  ['fin', ['ю', 'ешь', 'ет', 'ем', 'ете', 'ют']],
  ['gerund', ['я']],
  ['acting', like('ющ')],
  ['done', like('ем')],
);
const PRESENT_I = forms(
  ['fin', ['ю', 'ишь', 'ит', 'им', 'ите', 'ят']],
  ['gerund', ['я']],
  ['acting', like('ящ')],
);
/** The same behind ж, ч, ш, щ: `реш-ат`. */
const PRESENT_I_HUSHED = forms(
  ['fin', ['у', 'ишь', 'ит', 'им', 'ите', 'ат']],
  ['gerund', ['а']],
  ['acting', like('ащ')],
);
const FIRST_PERSON = forms(['fin', ['у', 'ю']]);
const INFINITIVE = forms(['infinitive', ['']]);
const GIVE = forms(['fin', ['м', 'шь', 'ст', 'дим', 'дите', 'дут']]);

/** A stem and its endings, before the prefix of the verb. */
type Part = readonly [string, Endings];

const hard = (stem: string): Part => [stem, PRESENT_HARD];
const soft = (stem: string): Part => [stem, PRESENT_SOFT];
const second = (stem: string): Part => [stem, /[жчшщ]$/.test(stem) ? PRESENT_I_HUSHED : PRESENT_I];
const past = (stem: string): Part => [stem, PAST];
const bare = (stem: string): Part => [stem, BARE_PAST];
const done = (stem: string): Part => [stem, PASSIVE];
const doneN = (stem: string): Part => [stem, PASSIVE_N];
const whole = (infinitive: string): Part => [infinitive, INFINITIVE];
const WENT = forms(['past', ['ел', 'ла', 'ло', 'ли']], ['acting', like('едш')]);

/** Verbs whose stems no rule gives, by the end of the infinitive, longer ends before the ends of them. */
const IRREGULAR: readonly (readonly [string, readonly Part[]])[] = [
  ['прийти', [whole('прийти'), ['приш', WENT], hard('прид')]],
  ['йти', [whole('йти'), ['ш', WENT], hard('йд')]],
  ['идти', [whole('идти'), ['ш', WENT], hard('ид')]],
  ['вести', [whole('вести'), past('ве'), hard('вед'), doneN('веден'), ['ведш', forms(['acting', like('')])]]],
  ['нести', [whole('нести'), bare('нес'), hard('нес'), doneN('несен')]],
  ['везти', [whole('везти'), bare('вез'), hard('вез'), doneN('везен')]],
  ['сесть', [whole('сесть'), past('се'), hard('сяд')]],
  ['создать', [past('созда'), ['созда', GIVE], doneN('создан')]],
  ['дать', [past('да'), ['да', GIVE], doneN('дан')]],
  ['давать', [past('дава'), soft('да'), ['давая', forms(['gerund', ['']])]]],
  ['ставать', [past('става'), soft('ста')]],
  ['знавать', [past('знава'), soft('зна')]],
  ['принять', [past('приня'), hard('прим'), done('принят')]],
  ['предпринять', [past('предприня'), hard('предприм'), done('предпринят')]],
  ['занять', [past('заня'), hard('займ'), done('занят')]],
  ['снять', [past('сня'), hard('сним'), done('снят')]],
  ['поднять', [past('подня'), hard('подним'), done('поднят')]],
  ['отнять', [past('отня'), hard('отним'), done('отнят')]],
  ['изъять', [past('изъя'), hard('изым'), done('изъят')]],
  ['взять', [past('взя'), hard('возьм'), done('взят')]],
  ['начать', [past('нача'), hard('начн'), done('начат')]],
  ['отобрать', [past('отобра'), hard('отбер'), doneN('отобран')]],
  ['собрать', [past('собра'), hard('собер'), doneN('собран')]],
  ['брать', [past('бра'), hard('бер'), doneN('бран')]],
  ['выслать', [past('высла'), hard('вышл'), doneN('выслан')]],
  ['слать', [past('сла'), hard('шл'), doneN('слан')]],
  ['отозвать', [past('отозва'), hard('отзов'), doneN('отозван')]],
  ['созвать', [past('созва'), hard('созов'), doneN('созван')]],
  ['звать', [past('зва'), hard('зов'), doneN('зван')]],
  ['быть', [past('бы'), hard('буд')]],
  ['ехать', [past('еха'), hard('ед')]],
  ['крыть', [past('кры'), soft('кро'), done('крыт')]],
  ['отбить', [past('отби'), soft('отобь'), done('отбит')]],
  ['сбить', [past('сби'), soft('собь'), done('сбит')]],
  ['бить', [past('би'), soft('бь'), done('бит')]],
  ['сечь', [whole('сечь'), bare('сек'), hard('сек'), hard('сеч'), doneN('сечен')]],
  ['стеречь', [whole('стеречь'), bare('стерег'), hard('стерег'), hard('стереж'), doneN('стережен')]],
  ['мочь', [whole('мочь'), bare('мог'), hard('мог'), hard('мож')]],
  ['влечь', [whole('влечь'), bare('влек'), hard('влек'), hard('влеч'), doneN('влечен')]],
  ['достичь', [whole('достичь'), bare('достиг'), hard('достигн'), done('достигнут')]],
  ['лететь', [past('лете'), second('лет'), ['леч', FIRST_PERSON]]],
  ['смотреть', [past('смотре'), second('смотр'), doneN('смотрен')]],
  ['держать', [past('держа'), second('держ'), doneN('держан')]],
  ['состоять', [past('состоя'), second('состо')]],
  ['стоять', [past('стоя'), second('сто')]],
  ['гнать', [past('гна'), second('гон'), doneN('гнан')]],
  ['сказать', [past('сказа'), hard('скаж'), doneN('сказан')]],
  ['казать', [past('каза'), hard('каж'), doneN('казан')]],
  ['писать', [past('писа'), hard('пиш'), doneN('писан')]],
  ['вязать', [past('вяза'), hard('вяж'), doneN('вязан')]],
  ['обязать', [past('обяза'), hard('обяж'), doneN('обязан')]],
  ['резать', [past('реза'), hard('реж'), doneN('резан')]],
  ['искать', [past('иска'), hard('ищ')]],
  ['стать', [past('ста'), hard('стан')]],
  ['клясть', [whole('клясть'), past('кля'), hard('клян')]],
  [
    'пасть',
    [
      whole('пасть'),
      ['па', forms(['past', ['л', 'ла', 'ло', 'ли']], ['gerund', ['в']], ['acting', like('вш')])],
      hard('пад'),
    ],
  ],
  ['мести', [whole('мести'), ['ме', forms(['past', ['л', 'ла', 'ло', 'ли']])], hard('мет'), doneN('метен')]],
  ['небречь', [whole('небречь'), bare('небрег'), hard('небрег'), hard('небреж')]],
  ['рвать', [past('рва'), hard('рв'), doneN('рван')]],
  ['видеть', [past('виде'), second('вид'), ['виж', FIRST_PERSON]]],
  ['расти', [whole('расти'), bare('рос'), hard('раст')]],
  ['жечь', [whole('жечь'), bare('жег'), doneN('жжен')]],
  ['вергнуть', [past('вергну'), bare('верг'), hard('вергн'), done('вергнут')]],
  ['торгнуть', [past('торгну'), bare('торг'), hard('торгн'), done('торгнут')]],
  ['стигнуть', [past('стигну'), bare('стиг'), hard('стигн'), done('стигнут')]],
  ['гибнуть', [past('гибну'), bare('гиб'), hard('гибн')]],
  ['ставлять', [past('ставля'), soft('ставля')]],
  ['подозревать', [past('подозрева'), soft('подозрева')]],
  ['намеревать', [past('намерева'), soft('намерева')]],
];

/** `приглас-ить`: `пригла[ш]ен`; the longest end that changes comes first. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/ст$/, 'щ'],
  [/([бпвмф])$/, '$1л'],
  [/т$/, 'ч'],
  [/д$/, 'ж'],
  [/с$/, 'ш'],
  [/з$/, 'ж'],
];

/** `освобод-ить`: beside `ж` and `ч` the letters of Church Slavonic: `освобо[жд]ен`, `запре[щ]ен`. */
const changed = (stem: string): readonly string[] => {
  const found = CHANGES.find(([end]) => end.test(stem));
  if (found === undefined) return [stem];
  const first = stem.replace(found[0], found[1]);
  if (/[^с]т$/.test(stem)) return [first, `${stem.slice(0, -1)}щ`];
  return stem.endsWith('д') ? [first, `${stem.slice(0, -1)}жд`] : [first];
};

/** What may stand before an irregular verb; `обсуж` before `дать` may not. */
const PREFIX =
  /^(?:|в|во|вз|воз|вос|вы|до|за|из|изъ|ис|на|о|об|обо|объ|от|ото|пере|по|под|подо|пре|пред|предо|предъ|при|про|произ|раз|разо|разъ|рас|с|со|съ|у)$/;

const regular = (verb: string): readonly Part[] => {
  const stem = verb.slice(0, -2);
  const root = verb.slice(0, -3);
  if (/(?:[ое])вать$/.test(verb)) {
    const base = verb.slice(0, -5);
    return [past(stem), soft(`${base}у`), soft(`${base}ю`), doneN(`${stem}н`)];
  }
  if (verb.endsWith('нуть')) return [past(stem), hard(root), done(`${stem}т`)];
  if (verb.endsWith('ить')) {
    const others = changed(root);
    return [
      past(stem),
      second(root),
      // `опрошу` and `ударю`, but `опросу` is a noun.
      ...others.flatMap((one): readonly Part[] => [
        ...(one === root ? [] : ([[one, FIRST_PERSON]] as const)),
        doneN(`${one}ен`),
      ]),
    ];
  }
  if (verb.endsWith('еть')) return [past(stem), soft(stem)];
  return [past(stem), soft(stem), doneN(`${stem}н`)];
};

// Keyed by ending table and case; a pure cache.
const reflexives = new Map<Endings, Endings>();

/** The same endings with `-ся` or `-сь`; short passive forms have none. */
const reflexive = (endings: Endings): Endings => {
  const known = reflexives.get(endings);
  if (known !== undefined) return known;
  const made = new Map(
    [...endings].flatMap(([ending, form]): readonly (readonly [string, VerbForm])[] =>
      form === 'passive' || form === 'done'
        ? []
        : [
            [`${ending}ся`, form],
            [`${ending}сь`, form],
          ],
    ),
  );
  reflexives.set(endings, made);
  return made;
};

// Keyed by ending table; a pure cache.
const mediopassives = new Map<Endings, Endings>();

/** Of an imperfective verb the finite forms in `-ся` are its passive too: `подписыва[ется]`, `обсужда[лись]`. */
const withMediopassive = (endings: Endings): Endings => {
  const known = mediopassives.get(endings);
  if (known !== undefined) return known;
  const made = new Map(endings);
  for (const [ending, form] of reflexive(endings))
    if (form === 'fin' || form === 'past') made.set(ending, 'passive');
  mediopassives.set(endings, made);
  return made;
};

// Keyed by ending table; a pure cache.
const perfectives = new Map<Endings, Endings>();

/** Without what only imperfective verbs have: participles and gerunds of the present (`запрет-а` is a noun). */
const perfectiveOf = (endings: Endings): Endings => {
  const known = perfectives.get(endings);
  if (known !== undefined) return known;
  const isPresent = endings.has('ет') || endings.has('ит') || endings.has('ется') || endings.has('ится');
  const made = isPresent ? new Map([...endings].filter(([, form]) => form === 'fin')) : endings;
  perfectives.set(endings, made);
  return made;
};

/** Whether a word of a cue is an infinitive, to be conjugated, and no stem or form written out. */
export const isInfinitive = (written: string): boolean => /[а-я](?:ть|ти|чь)(?:ся|сь)?$/.test(written);

/**
 * The forms of a verb by stem and ending, participles and gerunds with them, from its infinitive (lower case, `ё` written `е`).
 * Irregular verbs are known by the end of the infinitive; prefixes change nothing.
 */
export const conjugate = (infinitive: string, imperfective: boolean): readonly StemForms[] => {
  const own = /с[яь]$/.test(infinitive);
  const verb = own ? infinitive.slice(0, -2) : infinitive;
  const known = IRREGULAR.filter(
    ([end]) => verb.endsWith(end) && PREFIX.test(verb.slice(0, -end.length)),
  ).sort((a, b) => b[0].length - a[0].length)[0];
  const prefix = known === undefined ? '' : verb.slice(0, -known[0].length);
  return (known?.[1] ?? regular(verb)).map(([stem, endings]) => ({
    stem: prefix + stem,
    endings: imperfective
      ? own
        ? reflexive(endings)
        : withMediopassive(endings)
      : perfectiveOf(own ? reflexive(endings) : endings),
  }));
};
