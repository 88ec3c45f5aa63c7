/** Words of time for one language. The time layer owns this shape. */
export interface TimeLexicon {
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
}
