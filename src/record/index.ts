import type { ClaimId } from '../model/brand.ts';
import type { Claim } from '../model/claim.ts';
import type { Diagnostic, StageResult } from '../model/diagnostic.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { claimIds } from './claim-id.ts';
import { readCoverage } from './coverage.ts';
import { eventOf } from './event-claim.ts';
import { readEvents } from './event-items.ts';
import { eventMatcher } from './event-match.ts';
import { groupEvents } from './events.ts';
import { compareText } from './order.ts';
import { readGazetteer } from './places.ts';
import { linkSettings, type ToldEvent } from './settings.ts';
import { statementOf } from './statement-claim.ts';
import { readStatements } from './statement-items.ts';
import { groupStatements } from './statements.ts';

/**
 * Makes one history of what many articles tell: the same statement or event is one claim with a telling for each
 * article, copies of one text are one witness, and values that cannot both hold stand side by side. Pure and
 * independent of the order of `extractions`: the same set gives equal claims, ordered by valid time, then id.
 */
export const reconcile = (
  extractions: readonly Extraction[],
  knowledge: Knowledge,
): StageResult<readonly Claim[]> => {
  const coverage = readCoverage(extractions, knowledge);
  const ids = claimIds();
  const diagnostics: Diagnostic[] = [...coverage.diagnostics];
  const claims: Claim[] = [];
  const keep = (claim: Claim | null, of: Uncited | undefined): void => {
    if (claim !== null) claims.push(claim);
    else if (of !== undefined) diagnostics.push(uncited(of));
  };

  const statements = readStatements(coverage);
  for (const group of groupStatements(statements, coverage)) {
    const items = group.map((index) => statements[index]).filter((item) => item !== undefined);
    keep(statementOf(items, coverage, ids), items[0]?.attribution);
  }

  const gazetteer = readGazetteer(knowledge);
  const events = readEvents(coverage);
  const told: ToldEvent[] = [];
  for (const group of groupEvents(events, coverage, eventMatcher(coverage, gazetteer))) {
    const items = group.map((index) => events[index]).filter((item) => item !== undefined);
    const claim = eventOf(items, coverage, gazetteer, ids);
    if (claim === null) keep(null, items[0]?.event);
    else told.push({ claim, items });
  }
  claims.push(...linkSettings(told));
  return { output: claims.sort(byValid), diagnostics };
};

type Uncited = Pick<Diagnostic, 'article' | 'rule'>;

const uncited = (of: Uncited): Diagnostic => ({
  code: 'claim-uncited',
  severity: 'warning',
  message: 'an annotation points outside its text and supports no claim',
  ...(of.article === undefined ? {} : { article: of.article }),
  ...(of.rule === undefined ? {} : { rule: of.rule }),
});

/** By the first day it can have been (or the last, when only that is known); unknown last; then by id. */
const byValid = (x: Claim, y: Claim): number => compareText(dayOf(x), dayOf(y)) || compareId(x.id, y.id);
const compareId = (x: ClaimId, y: ClaimId): number => compareText(x, y);
const dayOf = ({ valid }: Claim): string => valid?.earliest ?? valid?.latest ?? '~';
