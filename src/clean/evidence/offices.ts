import type { RuleId } from '../../model/brand.ts';
import { ruleId } from '../../model/brand.ts';
import type { OfficeTerm } from '../../model/knowledge.ts';
import type { Constraint, Days } from './constraint.ts';
import { ALWAYS, FIRM, LOWER, NEVER, numberOf, since } from './constraint.ts';
import type { OfficeMention } from './holders.ts';
import { officeMentions } from './holders.ts';
import type { Scene, Told } from './scene.ts';
import { within } from './scene.ts';

/** Who is called by an office holds it. Example: `[President Ana Kestrel] received …` is written within her term. */
export const OFFICE: RuleId = ruleId('clean/evidence/office@1');
/** Whoever held an office has begun to hold it. Example: `In 2010, [President Ivo Marsh] had promised …` is not written before his term. */
export const OFFICE_BEGUN: RuleId = ruleId('clean/evidence/office-begun@1');
/** Who is called a former holder has left the office. Example: `[Former President Ivo Marsh] opened …` */
export const FORMER: RuleId = ruleId('clean/evidence/former-office@1');
/** Who is called elect is chosen and does not hold the office yet. Example: `[President-elect Lena Brook] named …` */
export const ELECT: RuleId = ruleId('clean/evidence/elect@1');

/** A start is told a day early over there; the press keeps a title for some days. */
const BEFORE_TERM = 1;
const AFTER_TERM = 7;
/** An end inferred from the next holder seen may be weeks off. */
const SOFT_TERM = 31;
/** Days between a choice and the beginning of the term, at most: four months in America, up to seven elsewhere. */
const ELECT_DAYS = 220;
const MOST_MENTIONS = 60;

/** What the offices named in the text say of its day. */
export const officeEvidence = (scene: Scene): readonly Constraint[] => {
  const found: Constraint[] = [];
  const latest = Math.max(0, ...scene.sentences.flatMap(({ years }) => years));
  for (const [index, told] of scene.sentences.entries()) {
    if (found.length > MOST_MENTIONS) break;
    const previous = scene.sentences[index - 1];
    const old = previous !== undefined && Math.max(...previous.years, 0) < latest ? previous.years : [];
    const mentions = officeMentions(told.text, scene.knowledge, scene.words);
    found.push(...mentions.flatMap((mention) => readMention(mention, told, old)));
  }
  return found;
};

const readMention = (mention: OfficeMention, told: Told, old: readonly number[]): readonly Constraint[] => {
  const at = within(told, mention.start, mention.end - mention.start);
  const raw = told.text.slice(mention.start, mention.end);
  const make = (rule: RuleId, days: readonly Days[], weight: number): Constraint => ({
    at,
    raw,
    rule,
    days,
    weight,
    note: noteOf(mention),
  });
  const begun = make(OFFICE_BEGUN, since(Math.min(...mention.terms.map(startOf))), LOWER);
  if (mention.form === 'former') {
    const left = Math.max(...mention.terms.map(leftOf));
    return Number.isFinite(left) ? [make(FORMER, since(left), LOWER)] : [];
  }
  if (mention.form === 'elect')
    return [make(ELECT, mention.terms.flatMap(electDays), FIRM)].filter(({ days }) => days.length > 0);
  if (mention.form !== 'holds') return [];
  if (isHistory(told, old, mention.start)) return [begun];
  return [begun, make(OFFICE, mention.terms.map(termDays), FIRM)];
};

const startOf = ({ from }: OfficeTerm): number => {
  const start = numberOf(from);
  return start === null ? NEVER : start - BEFORE_TERM;
};

const termDays = (term: OfficeTerm): Days => {
  const to = numberOf(term.to);
  return { from: startOf(term), to: to === null ? ALWAYS : to + (term.soft ? SOFT_TERM : AFTER_TERM) };
};

/** The day from which a holder can be called former; open when the term is not known to have ended. */
const leftOf = (term: OfficeTerm): number => {
  const to = numberOf(term.to);
  return to === null ? ALWAYS : to - (term.soft ? SOFT_TERM : AFTER_TERM);
};

const electDays = ({ from }: OfficeTerm): readonly Days[] => {
  const start = numberOf(from);
  return start === null ? [] : [{ from: start - ELECT_DAYS, to: start + AFTER_TERM }];
};

const noteOf = ({ name, title, terms }: OfficeMention): string => {
  const spans = [...new Set(terms.map(({ from, to }) => `${from ?? '..'}/${to ?? '..'}`))];
  return `${title} ${name} in office ${spans.join(', ')}`;
};

/** Characters before a word in which what governs it stands. */
const NEAR = 60;
const PLUPERFECT = /\bhad\b/;
const HISTORY = /\b(?:in|of|on|during|until|by)\s(?:[\p{L}\d.,]{1,12}\s){0,3}$/u;
const REIGN =
  /\b(?:under|during the (?:visit|term|time|rule|presidency|premiership) of|when|while|the days of|as)\s(?:[\p{L}'-]+\s){0,2}$/u;

/** Whether the sentence tells of a time of its own: a year in it, the pluperfect after an old year, somebody's days, words quoted. */
const isHistory = (told: Told, old: readonly number[], index: number): boolean => {
  if (isQuotedAt(told.text, index) || REIGN.test(told.folded.slice(Math.max(0, index - NEAR), index)))
    return true;
  if (told.past && told.years.some((year) => HISTORY.test(beforeYear(told, year)))) return true;
  return PLUPERFECT.test(told.folded) && old.length > 0;
};

const beforeYear = (told: Told, year: number): string => {
  const index = told.folded.indexOf(String(year));
  return told.folded.slice(Math.max(0, index - NEAR), index);
};

/** Whether a place of a sentence stands between quotation marks. */
const isQuotedAt = (text: string, index: number): boolean => {
  const before = text.slice(0, index);
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/“/g) > count(/”/g);
};
