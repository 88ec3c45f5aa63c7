import type { Constraint, Days } from './constraint.ts';
import { NEVER } from './constraint.ts';

/** What the constraints leave. */
export interface Solution {
  /** The hull of the days that most of the weight agrees on. */
  readonly hull: Days;
  /** Those that make the hull: without one of them it would be wider, or it has its ends, or it excludes what is left. */
  readonly binding: readonly Constraint[];
  /** Those that hold on no day of the hull. */
  readonly outvoted: readonly Constraint[];
}

/** A stretch of days on which the same constraints hold, with their weight. */
interface Stretch extends Days {
  readonly weight: number;
}

/** When evidence contradicts itself, days are kept that fall short of the best by one weak reading. */
const SLACK = 1;

/**
 * The days up to `limit` on which constraints of the greatest weight hold together. Null when there is nothing to go by.
 * A sweep over the ends of all days, once for every constraint to see which of them bind: quadratic in a few dozen.
 */
export const solve = (constraints: readonly Constraint[], limit: number): Solution | null => {
  const hull = hullOf(constraints, limit);
  if (hull === null) return null;
  const holds = (constraint: Constraint): boolean =>
    constraint.days.some(({ from, to }) => from <= hull.to && to >= hull.from);
  const holding = constraints.filter(holds);
  const bound = holding.filter((constraint) => binds(constraint, constraints, hull, limit));
  const binding = explained(bound, holding, hull, limit);
  return { hull, binding, outvoted: constraints.filter((constraint) => !holds(constraint)) };
};

const binds = (
  constraint: Constraint,
  constraints: readonly Constraint[],
  hull: Days,
  limit: number,
): boolean => {
  if (constraint.days.some(({ from, to }) => isEnd(from, hull.from) || isEnd(to, hull.to))) return true;
  const without = hullOf(
    constraints.filter((other) => other !== constraint),
    limit,
  );
  return without === null || without.from < hull.from || without.to > hull.to;
};

/**
 * Where several constraints exclude the same days, none of them binds alone: then the narrowest are added, until those
 * named leave no other days than the hull.
 */
const explained = (
  bound: readonly Constraint[],
  holding: readonly Constraint[],
  hull: Days,
  limit: number,
): readonly Constraint[] => {
  const named = new Set(bound);
  let left = hullOf(bound, limit);
  for (const constraint of [...holding].sort((a, b) => spread(a) - spread(b))) {
    if (left !== null && left.from >= hull.from && left.to <= hull.to) break;
    const next = named.has(constraint) ? null : hullOf([...named, constraint], limit);
    if (next === null || (left !== null && next.from <= left.from && next.to >= left.to)) continue;
    named.add(constraint);
    left = next;
  }
  return holding.filter((constraint) => named.has(constraint));
};

/** Days from the first to the last on which it can hold. */
const spread = ({ days }: Constraint): number =>
  Math.max(...days.map(({ to }) => to)) - Math.min(...days.map(({ from }) => from));

const isEnd = (end: number, of: number): boolean => Number.isFinite(end) && end === of;

const hullOf = (constraints: readonly Constraint[], limit: number): Days | null => {
  if (constraints.length === 0) return Number.isFinite(limit) ? { from: NEVER, to: limit } : null;
  const stretches = sweep(constraints, limit);
  const best = Math.max(...stretches.map(({ weight }) => weight));
  const total = constraints.reduce((sum, { weight }) => sum + weight, 0);
  const kept = stretches.filter(({ weight }) => weight >= best - (best < total ? SLACK : 0));
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return null;
  const open = !Number.isFinite(first.from) && !Number.isFinite(last.to);
  return open ? null : { from: first.from, to: last.to };
};

/** All stretches up to `limit`, in order. */
const sweep = (constraints: readonly Constraint[], limit: number): readonly Stretch[] => {
  const changes = new Map<number, number>();
  const change = (day: number, by: number): void => {
    changes.set(day, (changes.get(day) ?? 0) + by);
  };
  for (const { days, weight } of constraints)
    for (const { from, to } of merged(days)) {
      change(from, weight);
      if (Number.isFinite(to)) change(to + 1, -weight);
    }
  change(NEVER, 0);
  const starts = [...changes.keys()].filter((day) => day <= limit).sort((a, b) => a - b);
  let weight = 0;
  return starts.map((from, i) => {
    weight += changes.get(from) ?? 0;
    return { from, to: Math.min(limit, (starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1), weight };
  });
};

/** Days in order, those that touch or overlap joined: a constraint counts once on each day. */
const merged = (days: readonly Days[]): readonly Days[] => {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of [...days].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (to < from) continue;
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
};
