import type { EntityRef } from '../model/page.ts';
import type { Spoken } from './inner.ts';
import type { Placed } from './scene.ts';

const TURN = /\/dialogue-turn@/;

/**
 * Who answers in an interview whose turns name nobody: the one whom another turn or the headline names, else the first person
 * the article names at all.
 */
export const resolveTurns = (all: readonly Spoken[], placed: () => readonly Placed[]): readonly Spoken[] => {
  const turns = all.filter(({ attribution }) => TURN.test(attribution.rule));
  if (turns.length === 0) return all;
  const named = all.find(
    (spoken) =>
      /\/(?:dialogue-turn|headline-colon)@/.test(spoken.attribution.rule) &&
      spoken.speakers.length > 0 &&
      namesOne(spoken, placed()),
  );
  const first = placed().find(
    ({ mention }) => mention.type === 'PERSON' && mention.form === 'name' && mention.refersTo !== null,
  );
  const speaker: EntityRef | null = named?.speakers[0] ?? first?.mention.refersTo ?? null;
  if (speaker === null) return all;
  return all.map((spoken) =>
    TURN.test(spoken.attribution.rule) && !namesOne(spoken, placed())
      ? { ...spoken, speakers: [speaker] }
      : spoken,
  );
};

/** Whether the narrator's words name somebody: `– говорит [Таль].`, not `– говорит [министр].` */
const namesOne = ({ attribution }: Spoken, placed: readonly Placed[]): boolean =>
  attribution.source.some((source) =>
    placed.some(
      ({ mention }) =>
        mention.form === 'name' && source.start <= mention.span.start && mention.span.end <= source.end,
    ),
  );
