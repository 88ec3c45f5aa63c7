const FUTURE =
  /\b(?:will|shall|(?:is|are|am) (?:also )?(?:to|due to|set to|expected to|scheduled to|scheduled for|planned for|going to)|plans? to|is planned|are planned|upcoming|ahead of|hosts the|prepares?|prepared for|next (?:week|month|year)|later this (?:week|month|year)|by the end of|to be)\b|\b(?:before|until) .{1,60}\b(?:meets?|opens?|begins?|starts?)\b/;
const PAST =
  /\b(?:was|were|had|did|said|signed|met|held|visited|became|agreed|told|seized|took|began|ended|made|came|went|fell|left|rose|gave|put|broke|sank|sat|spoke|called|won|lost|ruled|founded|closed|\p{L}{3,}ed)\b/u;
// What was to be need not have been: neither is evidence of a day.
const UNREAL =
  /\b(?:would|could|might|may|should|was to|were to|to be|had planned|plan(?:ned|s)?|expects?|expected|scheduled|due|if|unless|until|proposed|hopes?|hoped)\b/;

/** Whether a folded sentence speaks of what is to come. */
export const isFuture = (folded: string): boolean => FUTURE.test(folded);

/** Whether a folded sentence tells of what has been. */
export const isPast = (folded: string): boolean => PAST.test(folded);

/** Whether what a folded sentence tells of has surely happened. */
export const isDone = (folded: string): boolean =>
  isPast(folded) && !isFuture(folded) && !UNREAL.test(folded);

/** Whether a plan stands shortly before `at`, in the same clause: `will visit on [15 December 2016]`. */
export const isPlannedAt = (folded: string, at: number): boolean => {
  const before = folded.slice(Math.max(0, at - 140), at);
  const clause = before.slice(before.lastIndexOf(';') + 1);
  return PLANNED.test(clause) && !OVER.test(clause);
};

const PLANNED =
  /\b(?:will|shall|(?:is|are) (?:also )?(?:to|due|set to|expected|scheduled|planned)|plans? to|promised(?: [\p{L}']+){0,3} to)\b/u;
const OVER = /\b(?:was to|were to|had|would|since|said in|ago)\b/;
