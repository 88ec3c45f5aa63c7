import type { EntityRef } from '../../../src/model/page.ts';
import type { Span } from '../../../src/model/span.ts';
import type { ReaderView, TimeView } from '../../../src/view/desk/types.ts';
import { clusterNotes, type MarginNote, type PlacedNote } from '../lib/cluster-marks.ts';
import { cutAtMarks, firstEndingAfter, type Piece } from '../lib/highlight.ts';
import { type Block, blocksOf } from './blocks.ts';
import { keyOfAttribution, keyOfEvent, keyOfFraming, keyOfTime, marksOf } from './marks.ts';

/** Who speaks in a paragraph, as the gutter shows it. */
export interface Voice {
  readonly keys: readonly string[];
  readonly party: EntityRef | null;
  readonly name: string;
}

/** A paragraph with what stands beside it, ready to be drawn. */
export interface Paragraph {
  readonly block: Block;
  readonly pieces: readonly Piece[];
  readonly voices: readonly Voice[];
  readonly notes: readonly MarginNote[];
}

/** What the notes beside the text say; given, since the words depend on the language of the interface. */
export interface NoteWords {
  readonly time: (words: string, text: string) => string;
  readonly timeDetail: (time: TimeView) => string;
  readonly framing: (neutral: string) => string;
  readonly framingDetail: (concept: string) => string;
  readonly event: (label: string, status: string | null) => string;
  readonly eventDetail: (when: string | null) => string;
  readonly unnamed: string;
}

/** The paragraphs of a page with their marks, voices and notes. Linear in the text and its marks, but for sorting. */
export const paragraphsOf = (
  view: ReaderView,
  slots: ReadonlyMap<string, number | null>,
  anchor: Span | null,
  words: NoteWords,
): readonly Paragraph[] => {
  const blocks = blocksOf(view.text, view.segments);
  const pieces = cutAtMarks(blocks, marksOf(view, slots, anchor));
  const notes = clusterNotes(blocks, notesOf(view, words));
  const voices = voicesOf(blocks, view, words.unnamed);
  return blocks.map((block, index) => ({
    block,
    pieces: pieces[index] ?? [],
    notes: notes[index] ?? [],
    voices: voices[index] ?? [],
  }));
};

const notesOf = (view: ReaderView, words: NoteWords): readonly PlacedNote[] => [
  ...view.times.map((time, index) => ({
    ...time.span,
    key: keyOfTime(index),
    kind: 'time' as const,
    words: words.time(oneLine(view.text.slice(time.span.start, time.span.end)), time.text),
    detail: words.timeDetail(time),
  })),
  ...view.events.map((event, index) => ({
    ...event.trigger,
    key: keyOfEvent(event, index),
    kind: 'event' as const,
    words: words.event(event.type.label, event.status === 'happened' ? null : event.status),
    detail: words.eventDetail(event.when),
  })),
  ...view.framing.map(({ span, neutral, concept }, index) => ({
    ...span,
    key: keyOfFraming(index),
    kind: 'framing' as const,
    words: words.framing(neutral),
    detail: words.framingDetail(concept),
  })),
];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Who speaks in each block: each party (or name without one) once, with the keys of all that it says there. */
const voicesOf = (
  blocks: readonly Span[],
  view: ReaderView,
  unnamed: string,
): readonly (readonly Voice[])[] => {
  const beside: Map<string, { keys: string[]; party: EntityRef | null; name: string }>[] = blocks.map(
    () => new Map(),
  );
  for (const [index, attribution] of view.attributions.entries()) {
    const start = attribution.content[0]?.start;
    if (start === undefined) continue;
    const { party, speaker } = attribution;
    const source = attribution.source.map((span) => view.text.slice(span.start, span.end)).join(' … ');
    const name = speaker?.name ?? (oneLine(source) || unnamed);
    const found = beside[firstEndingAfter(blocks, start)];
    const same = party?.id ?? `: ${name}`;
    const before = found?.get(same);
    const key = keyOfAttribution(attribution, index);
    if (before === undefined) found?.set(same, { keys: [key], party, name });
    else if (!before.keys.includes(key)) before.keys.push(key);
  }
  return beside.map((found) => [...found.values()]);
};
