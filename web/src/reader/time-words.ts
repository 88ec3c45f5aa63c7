import type { TimeView } from '../../../src/view/desk/types.ts';
import { valueText } from '../lib/duration.ts';
import { t } from '../messages/index.ts';

const HUNDRED = 100;

/** A share of 1 as a whole percentage. */
const percent = (weight: number): string => String(Math.round(weight * HUNDRED));

/** What else an expression of time can mean, and the stretch it is one end of, in words; empty when there is neither. */
export const doubtWords = ({ how, others, stretch }: TimeView): readonly string[] => [
  ...(stretch === null ? [] : [t('times.stretch', { text: stretch })]),
  ...(how === 'guessed' ? [t('times.guessed')] : []),
  ...others.map(({ text, weight }) => t('times.other', { text: valueText(text), percent: percent(weight) })),
];

/** What an expression of time was counted from, with its doubt, as one line. */
export const timeDetail = (time: TimeView): string => [time.anchor, ...doubtWords(time)].join('; ');
