/** How an event type is put into an English line: `SUBJECT past [object] [preposition TARGETS]`. */
export interface EventPhrase {
  readonly base: string;
  readonly third: string;
  readonly past: string;
  readonly ing: string;
  /** What stands for the object when none is known; empty when the verb needs none. */
  readonly object: string;
  /** The word before those acted upon; empty when they are the verb's object; null when they are not named. */
  readonly target: string | null;
  /** The word before the place. */
  readonly place: string;
}

const phrase = (forms: string, object: string, target: string | null, place = 'in'): EventPhrase => {
  const [base = '', third = '', past = '', ing = ''] = forms.split('|');
  return { base, third, past, ing, object, target, place };
};

/** The phrase of each event type of `knowledge/codebook`. A type that is not here is shown by its label. */
export const EVENT_PHRASES: Readonly<Record<string, EventPhrase>> = {
  meet: phrase('meet|meets|met|meeting', '', 'with'),
  visit: phrase('visit|visits|visited|visiting', '', ''),
  negotiate: phrase('hold talks|holds talks|held talks|holding talks', '', 'with'),
  no_agreement: phrase(
    'end talks without agreement|ends talks without agreement|ended talks without agreement|ending talks without agreement',
    '',
    'with',
  ),
  call: phrase('speak by telephone|speaks by telephone|spoke by telephone|speaking by telephone', '', 'with'),
  host_multilateral: phrase('host|hosts|hosted|hosting', 'a gathering', null),
  mediate: phrase('mediate|mediates|mediated|mediating', '', 'between'),
  adjudicate: phrase('take|takes|took|taking', 'the case to court', 'against'),
  invite: phrase('invite|invites|invited|inviting', '', '', 'to'),
  propose: phrase('propose|proposes|proposed|proposing', 'a step', 'to'),
  offer: phrase('offer|offers|offered|offering', 'terms', 'to'),
  request: phrase('request|requests|requested|requesting', 'a step', 'from'),
  demand: phrase('demand|demands|demanded|demanding', 'a step', 'from'),
  agree: phrase('agree|agrees|agreed|agreeing', '', 'with'),
  sign: phrase('sign|signs|signed|signing', 'an agreement', 'with'),
  ratify: phrase('ratify|ratifies|ratified|ratifying', 'an agreement', 'with'),
  promise: phrase('promise|promises|promised|promising', 'a step', 'to'),
  accept: phrase('accept|accepts|accepted|accepting', 'a proposal', 'from'),
  comply: phrase('comply|complies|complied|complying', '', 'with'),
  breach: phrase('breach|breaches|breached|breaching', 'an agreement', 'with'),
  reject: phrase('reject|rejects|rejected|rejecting', 'a proposal', 'of'),
  concede: phrase('concede|concedes|conceded|conceding', 'a point', 'to'),
  withdraw: phrase('withdraw|withdraws|withdrew|withdrawing', '', 'from'),
  accuse: phrase('criticise|criticises|criticised|criticising', '', ''),
  protest_dip: phrase('protest|protests|protested|protesting', '', 'to'),
  protest_pub: phrase('demonstrate|demonstrates|demonstrated|demonstrating', '', 'against'),
  threaten: phrase('threaten|threatens|threatened|threatening', '', ''),
  sanction: phrase('impose|imposes|imposed|imposing', 'sanctions', 'on'),
  expel: phrase('expel|expels|expelled|expelling', '', ''),
  suspend: phrase('suspend|suspends|suspended|suspending', 'dealings', 'with'),
  resume: phrase('resume|resumes|resumed|resuming', 'dealings', 'with'),
  recognise: phrase('recognise|recognises|recognised|recognising', '', ''),
  support: phrase('support|supports|supported|supporting', '', ''),
  claim: phrase('claim|claims|claimed|claiming', 'territory', 'from'),
  seize_territory: phrase('take|takes|took|taking', 'territory', 'from'),
  deploy: phrase('deploy|deploys|deployed|deploying', 'forces', 'against'),
  incident: phrase('clash|clashes|clashed|clashing', '', 'with'),
  exercise: phrase('hold|holds|held|holding', 'exercises', 'against'),
  restrict: phrase('restrict|restricts|restricted|restricting', '', ''),
  investigate: phrase('investigate|investigates|investigated|investigating', '', ''),
  poll: phrase('hold|holds|held|holding', 'a vote', null),
  attack: phrase('attack|attacks|attacked|attacking', '', ''),
  cooperate: phrase('cooperate|cooperates|cooperated|cooperating', '', 'with'),
  aid: phrase('aid|aids|aided|aiding', '', ''),
  legislate: phrase('pass|passes|passed|passing', 'a law', null),
  disclose: phrase('disclose|discloses|disclosed|disclosing', 'documents', 'to'),
};
