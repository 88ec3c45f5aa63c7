/**
 * Abbreviations that stand before a name or a number and so never end a sentence, in small letters and without their stop.
 * The treebanks hold few of them, and news many: "[Gen.] Orland", "[г.] Орланд".
 */
export const NEVER_LAST: ReadonlySet<string> = new Set([
  ...[
    'mr',
    'mrs',
    'ms',
    'messrs',
    'dr',
    'prof',
    'gen',
    'col',
    'lt',
    'maj',
    'capt',
    'cmdr',
    'adm',
    'sgt',
    'sen',
  ],
  ...['rep', 'gov', 'pres', 'rev', 'hon', 'st', 'mt', 'vs', 'fig', 'no', 'nos', 'vol', 'pp'],
  ...[
    'им',
    'ул',
    'пр',
    'просп',
    'акад',
    'проф',
    'ген',
    'полк',
    'гр',
    'тов',
    'о-ва',
    'о-в',
    'рис',
    'табл',
    'стр',
  ],
]);

/** Letters that also end sentences ("No."): they count only before a digit. */
export const BEFORE_DIGITS: ReadonlySet<string> = new Set([
  'no',
  'nos',
  'vol',
  'pp',
  'fig',
  'рис',
  'табл',
  'стр',
]);
