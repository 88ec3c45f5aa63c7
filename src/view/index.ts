/**
 * Claims as people read them: pure view models, plain data that survives JSON. The command line and the web
 * application show the same ones.
 */
export type { Account } from './accounts.ts';
export { accounts, chain, differs, speakerName } from './accounts.ts';
export type { AccountInContext, EventCard, StatementCard, StatementRow } from './cards.ts';
export { eventCard, statementCard, statementRows } from './cards.ts';
export { type Certainty, certaintyOf, whenOf } from './certainty.ts';
export { formatEdtf } from './edtf-text.ts';
export { CAMEO_COLUMNS, cameoRows } from './exports/cameo.ts';
export { type CitedPassage, placeOf } from './exports/citing.ts';
export { type Codes, codesOf } from './exports/dyads.ts';
export { type SettlementAttempt, settlementAttempts } from './exports/icow.ts';
export { type PloverRecord, ploverRecords } from './exports/plover.ts';
export type { Passage, PassageMark } from './passage.ts';
export { passage } from './passage.ts';
export type { RealisMark, TimelineOptions, TimelineRow } from './timeline.ts';
export { clip, timeline } from './timeline.ts';
