import { spoken } from '../messages/index.ts';

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** A duration such as `P2D` in words; any other value as it is. */
export const valueText = (value: string): string => {
  const parts = DURATION.exec(value)?.slice(1) ?? [];
  const words = parts.flatMap((count, index) => {
    const unit = UNITS[index];
    return count === undefined || unit === undefined
      ? []
      : [new Intl.NumberFormat(spoken(), { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))];
  });
  return words.length === 0 ? value : words.join(' ');
};
