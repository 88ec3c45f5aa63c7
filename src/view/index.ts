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
export type { Passage, PassageMark } from './passage.ts';
export { passage } from './passage.ts';
export type { RealisMark, TimelineOptions, TimelineRow } from './timeline.ts';
export { clip, timeline } from './timeline.ts';
