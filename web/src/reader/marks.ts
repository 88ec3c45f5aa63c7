import type { Span } from '../../../src/model/span.ts';
import type { AttributionView, DeskRow, EventView, ReaderView } from '../../../src/view/desk/types.ts';
import type { Highlight, HighlightRole } from '../lib/highlight.ts';
import { isRead } from './blocks.ts';

/** What is read of a page, with the text it stands in. */
export type Reading = Pick<
  ReaderView,
  'segments' | 'attributions' | 'times' | 'events' | 'framing' | 'cited'
>;

/** The key of an attribution: its claim's id, so that all that makes one claim is lit together. */
export const keyOfAttribution = ({ claim }: Pick<AttributionView, 'claim'>, index: number): string =>
  claim ?? `a${index}`;
/** The key of an event mention. */
export const keyOfEvent = ({ claim }: Pick<EventView, 'claim'>, index: number): string =>
  claim ?? `e${index}`;
/** The key of an expression of time. */
export const keyOfTime = (index: number): string => `t${index}`;
/** The key of a loaded wording. */
export const keyOfFraming = (index: number): string => `f${index}`;
/** The class under which what the address names can be found. */
export const ANCHOR_KEY = 'anchor';

/** Every mark of a page; `slots` are the colour slots of the parties by id, `anchor` what the address names. */
export const marksOf = (
  reading: Reading,
  slots: ReadonlyMap<string, number | null>,
  anchor: Span | null,
): readonly Highlight[] => {
  const found: Highlight[] = [];
  const add = (
    spans: readonly Span[],
    role: HighlightRole,
    key: string,
    slot: number | null = null,
    isDirect = false,
  ): void => {
    for (const { start, end } of spans) found.push({ start, end, role, key, slot, isDirect });
  };
  for (const [index, attribution] of reading.attributions.entries()) {
    const key = keyOfAttribution(attribution, index);
    const slot = slots.get(attribution.party?.id ?? '') ?? null;
    const isDirect = attribution.mode !== 'indirect';
    add(attribution.content, 'content', key, slot, isDirect);
    add(attribution.cue, 'cue', key, slot, isDirect);
    add(attribution.source, 'source', key, slot, isDirect);
  }
  for (const [index, event] of reading.events.entries()) {
    add([event.span], 'clause', keyOfEvent(event, index));
    add([event.trigger], 'trigger', keyOfEvent(event, index));
  }
  for (const [index, { span }] of reading.times.entries()) add([span], 'time', keyOfTime(index));
  for (const [index, { span }] of reading.framing.entries()) add([span], 'framing', keyOfFraming(index));
  addCited(reading, add);
  for (const { kind, start, end } of reading.segments) if (!isRead(kind)) add([{ start, end }], 'aside', '');
  if (anchor !== null) add([anchor], 'anchor', ANCHOR_KEY);
  return found;
};

/** Claims that no annotation of this text became: what they cite is lit all the same. */
const addCited = (
  { cited, attributions, events }: Reading,
  add: (spans: readonly Span[], role: HighlightRole, key: string) => void,
): void => {
  const marked = new Set([...attributions, ...events].map(({ claim }) => claim));
  for (const { claim, marks } of cited) {
    if (marked.has(claim.id)) continue;
    for (const { start, end, role } of marks)
      add(
        [{ start, end }],
        role === 'content' || role === 'cue' || role === 'source' ? role : 'clause',
        claim.id,
      );
  }
};

/** A line of the list beside the text: a claim of this page, or an attribution that became none. */
export interface PageItem extends Span {
  readonly key: string;
  readonly claim: DeskRow | null;
  readonly attribution: AttributionView | null;
}

/** The statements and events of a page in the order of its text. */
export const itemsOf = ({ cited, attributions }: Reading): readonly PageItem[] => {
  const claims = cited.flatMap(({ claim, marks }) => {
    const first = marks.find(({ role }) => role === 'content' || role === 'trigger') ?? marks[0];
    return first === undefined
      ? []
      : [{ start: first.start, end: first.end, key: claim.id as string, claim, attribution: null }];
  });
  const held = new Set(claims.map(({ key }) => key));
  const rest = attributions.flatMap((attribution, index) => {
    const [first] = attribution.content;
    const key = keyOfAttribution(attribution, index);
    return first === undefined || held.has(key)
      ? []
      : [{ start: first.start, end: first.end, key, claim: null, attribution }];
  });
  return [...claims, ...rest].sort((a, b) => a.start - b.start || a.end - b.end);
};
