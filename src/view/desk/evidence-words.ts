import type { RuleId } from '../../model/brand.ts';
import { ownValue } from './words.ts';

/** What a piece of evidence on a day of publication looks at, by rule without its version. */
const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  'clean/evidence/age': 'an age beside a year of birth',
  'clean/evidence/anniversary': 'an anniversary',
  'clean/evidence/captured': 'nothing is published after it was captured',
  'clean/evidence/completed-period': 'a part of a year that is over',
  'clean/evidence/counted-before': 'a numbered meeting that has been held',
  'clean/evidence/counted-meeting': 'a numbered meeting, told as news',
  'clean/evidence/dateline-day': 'the day of the dateline, without its year',
  'clean/evidence/elect': 'chosen for an office and not yet in it',
  'clean/evidence/former-office': 'called a former holder of an office',
  'clean/evidence/gathering-coming': 'a gathering still to come',
  'clean/evidence/gathering-held': 'a gathering that was held',
  'clean/evidence/gathering-near': 'a gathering, told with how near it is',
  'clean/evidence/instrument': 'an instrument that exists already',
  'clean/evidence/next-year': '“next year” beside a year',
  'clean/evidence/office': 'called by an office',
  'clean/evidence/office-begun': 'an office that had begun by then',
  'clean/evidence/past-date': 'a date told as past',
  'clean/evidence/planned-date': 'a date told as still to come',
  'clean/evidence/said-year': '“this year” or “last year” beside a year',
  'clean/evidence/since': 'a time that has begun',
  'clean/evidence/weekday-of-dateline': 'the dateline’s day is a day of the week that the story tells of',
  'clean/evidence/weekday-of-day': 'a day of the week beside a day of the month',
  'clean/evidence/weekdays-of-range': 'days of the week that the days of a range were',
  'clean/evidence/years-since': 'years counted from a year',
};

/** What a piece of evidence looks at, in words; the rule's id when it has none. */
export const evidenceWords = (rule: RuleId): string =>
  ownValue(EVIDENCE_WORDS, rule.replace(/@\d+$/, '')) ?? rule;
