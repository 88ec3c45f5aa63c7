import type { EntityRef } from '../model/page.ts';
import type { World } from '../model/world/index.ts';
import type { Placed } from './scene.ts';

/** Who is of nobody's party, whatever stands beside the name. */
const NOT_NOW =
  /\b(?:former|ex|then|once|opposition|retired|critic|resident|expert|historian|professor|exiled?|born|citizen|fisherman)\b|бывш|оппозици|эксперт|историк|元|野党|専門家/iu;
/** What somebody is to a party he acts for. */
const ACTS =
  /\b(?:president|minister|spokes\w+|secretary|leader|chair\w*|chief|head\w*|envoy|ambassador|negotiator|speaker|admiral|general|colonel|commander|observer|counsel|lawyer|leads?|led|represent\w*|delegat\w+|director|officer|official)\b|глав|представител|посредник|спикер|адмирал|адвокат|лидер|会長|代表|議長|特使/iu;
/** How far from a name the party may stand, in UTF-16 code units. */
const REACH = 60;

/**
 * For whom persons without a known office act, by what stands beside their names: `Ada Venn, who chairs the [Growers’ League]`,
 * `the [Council]'s envoy, Sir Ivo Venn`. Nobody who is called former, of the opposition or an expert.
 */
export const alliesOf = (
  placed: readonly Placed[],
  world: World,
  text: string,
): ReadonlyMap<string, EntityRef> => {
  const found = new Map<string, EntityRef>();
  for (const here of placed) {
    const person = here.mention.refersTo;
    if (person === null || here.mention.type !== 'PERSON' || here.mention.form !== 'name') continue;
    if (found.has(person.id) || world.terms(person.id).length > 0) continue;
    const party =
      partyBeside(here, placed[here.index - 1], world, text) ??
      partyBeside(here, placed[here.index + 1], world, text);
    if (party !== null) found.set(person.id, party);
  }
  return found;
};

/** The party of the mention next to a name, when the words between and around tell that he acts for it. */
const partyBeside = (
  here: Placed,
  other: Placed | undefined,
  world: World,
  text: string,
): EntityRef | null => {
  const to = other?.mention.refersTo ?? null;
  if (
    other === undefined ||
    to === null ||
    other.sentence !== here.sentence ||
    other.mention.type === 'PERSON'
  )
    return null;
  const [first, second] = other.index < here.index ? [other, here] : [here, other];
  const between = text.slice(first.mention.span.end, second.mention.span.start);
  if (between.length > REACH || /[.;:!?“”"«»()\n]/.test(between)) return null;
  if (first === here && !/^, /.test(between)) return null;
  const around = text.slice(first.mention.span.start, Math.min(second.mention.span.end + 12, text.length));
  return ACTS.test(around) && !NOT_NOW.test(around) ? world.partyOf(to.id, null) : null;
};
