const DEFAULTS: Readonly<Record<string, string>> = {
  head_of_state: 'President',
  head_of_government: 'Prime Minister',
  foreign_minister: 'Foreign Minister',
  defence_minister: 'Defence Minister',
  spokesperson: 'Foreign Ministry Spokesperson',
  party_leader: 'Party Leader',
  paramount_leader: 'Supreme Leader',
  secretary_general: 'Secretary-General',
  representative_of_head_of_state: 'Governor-General',
  aide: 'Presidential Aide',
};

const NAMED: Readonly<Record<string, string>> = {
  'USA foreign_minister': 'Secretary of State',
  'USA defence_minister': 'Secretary of Defense',
  'USA spokesperson': 'White House Press Secretary',
  'JPN spokesperson': 'Chief Cabinet Secretary',
  'JPN head_of_state': 'Emperor',
  'RUS spokesperson': 'Kremlin Spokesperson',
  'RUS head_of_government': 'Prime Minister',
  'GBR foreign_minister': 'Foreign Secretary',
  'GBR defence_minister': 'Defence Secretary',
  'DEU head_of_government': 'Chancellor',
  'SUN party_leader': 'General Secretary',
  'SUN head_of_government': 'Premier',
  'CHN party_leader': 'General Secretary',
  'CHN head_of_government': 'Premier',
  'CHN paramount_leader': 'Paramount Leader',
};

const BODIES: Readonly<Record<string, string>> = {
  'State Department': 'State Department Spokesperson',
  'foreign ministry': 'Foreign Ministry Spokesperson',
  'defence ministry': 'Defence Ministry Spokesperson',
  'Security Council secretary': 'Security Council Secretary',
  'foreign policy aide': 'Presidential Aide',
};

const TAIL =
  /(?:[\s,]+(?:(?:lt|brig|maj|gen|col|capt|cdr|dr|adm)\.|sir|dame|sheikh|alhaji|marshal|prince|general|of|the|and))+$/i;

/** The title to show for a row: its own without ranks and loose ends, else the usual one of the office. */
export const titleOf = (country: string, office: string, title: string | null): string => {
  const named = NAMED[`${country} ${office}`];
  const usual = named ?? DEFAULTS[office] ?? office;
  if (title === null) return usual;
  if (BODIES[title]) return BODIES[title];
  const bare = title.replace(TAIL, '').trim();
  if (/^acting$/i.test(bare)) return `Acting ${usual}`;
  if (!/^\p{Lu}/u.test(bare) || /^(?:gen|lt|col|first|prime)\.?$/i.test(bare)) return usual;
  const isPremier = /^premier\b/i.test(bare) && named !== undefined;
  return isPremier ? usual : bare;
};
