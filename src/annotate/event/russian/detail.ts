import type { EventMention, Mention } from '../../../model/annotation.ts';
import type { Span } from '../../../model/span.ts';
import { contains, cover } from '../../../model/span.ts';
import { tokenRange } from '../groups.ts';
import type { RussianTrigger } from './cues.ts';
import { isIn } from './forms.ts';
import type { RussianScene } from './scene.ts';

/** The characters of the clause that tells it. */
export const clauseSpan = ({ tokens, clauses }: RussianScene, { first, last }: RussianTrigger): Span => {
  let from = first;
  while (from > 0 && clauses[from - 1] === clauses[first]) from--;
  while (from < first && tokens[from]?.kind === 'mark') from++;
  let to = last;
  while (to + 1 < tokens.length && clauses[to + 1] === clauses[last]) to++;
  while (to > last && tokens[to]?.kind === 'mark') to--;
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
};

/** What the act is about: the first noun of the object list in its clause, behind the cue or in it. */
export const readObject = (scene: RussianScene, trigger: RussianTrigger): string | null => {
  const { low, words, clauses, lists, stage, tokens } = scene;
  const from = trigger.form === 'passive' ? 0 : trigger.first + 1;
  for (let i = from; i < low.length && i <= trigger.last + 8; i++) {
    if (clauses[i] !== clauses[trigger.first]) continue;
    if (words.upos[i] === 'VERB' || !isIn(lists.objects, low[i] ?? '')) continue;
    let first = i;
    while (first > 0 && words.upos[first - 1] === 'ADJ' && i - first < 3) first--;
    return cover(stage.input.article.text, { start: tokens[first]?.start ?? 0, end: tokens[i]?.end ?? 0 });
  }
  return null;
};

/** Where it takes place: the place named in its clause, else a state behind `в` in the locative. */
export const readPlace = (scene: RussianScene, clause: Span, isVisit: boolean): string | null => {
  const here = scene.mentions.filter(({ span, form }) => form === 'name' && contains(clause, span));
  const place = here.find((mention) => mention.type === 'PLACE' && isPlaced(scene, mention, true));
  const found =
    place ?? here.find((mention) => mention.type === 'STATE' && isPlaced(scene, mention, isVisit));
  return found === undefined
    ? null
    : (found.refersTo?.name ?? cover(scene.stage.input.article.text, found.span));
};

const PLACE_LEADS: ReadonlySet<string> = new Set(['в', 'во', 'на', 'у', 'под', 'близ', 'возле', 'около']);

/** Whether `в`, `на`, `у` leads it in, over one adjective; a state only in the locative, save where one travels there. */
const isPlaced = ({ tokens, low, words }: RussianScene, { span }: Mention, anyCase: boolean): boolean => {
  const range = tokenRange(tokens, span);
  if (range === null) return false;
  const [first, last] = range;
  const lead = words.upos[first - 1] === 'ADJ' ? first - 2 : first - 1;
  return PLACE_LEADS.has(low[lead] ?? '') && (anyCase || /[еи]$/.test(low[last] ?? ''));
};

/** What talks came to. */
export const readOutcome = (scene: RussianScene, trigger: RussianTrigger): EventMention['outcome'] => {
  if (trigger.cue.type === 'no_agreement') return 'none';
  const { low, lists, clauses, stage } = scene;
  if (stage.types.get(trigger.cue.type)?.outcome !== true) return null;
  const here = low.filter((_, i) => clauses[i] === clauses[trigger.first]);
  if (here.some((word) => isIn(lists.noAgreement, word))) return 'none';
  if (here.some((word) => isIn(lists.agreement, word)) && trigger.cue.setting === true) return 'agreement';
  return here.some((word) => isIn(lists.partial, word)) ? 'partial' : null;
};

/** Words of doubt or denial about what the clause tells, before it. */
export const readStance = (
  { low }: RussianScene,
  { first }: RussianTrigger,
): EventMention['stance'] | null => {
  const before = low.slice(0, first);
  if (before.some((word) => /^(?:опроверг|отрица)/.test(word))) return 'denies';
  return before.some((word) => /^(?:якобы|сомнева|предположительно)/.test(word)) ? 'doubts' : null;
};
