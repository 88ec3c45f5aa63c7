import type { IssueStance } from '../../../src/model/annotation.ts';
import type { Status } from '../../../src/view/desk/types.ts';

/** Every status of an event, in the order in which keys explain their marks. */
export const STATUSES: readonly Status[] = [
  'happened',
  'ongoing',
  'standing',
  'planned',
  'proposed',
  'possible',
  'postponed',
  'cancelled',
  'did not happen',
  'lapsed',
];

/** Every stance of a statement, in the order in which keys explain their marks; null is none told. */
export const STANCES: readonly IssueStance['stance'][] = [
  'supports',
  'demands',
  'opposes',
  'rejects',
  'conditional',
  'open',
  'noncommittal',
  null,
];
