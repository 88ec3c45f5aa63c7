import { memo, type ReactNode } from 'react';
import type { Piece } from '../lib/highlight.ts';
import { isShownAt, type Level } from '../lib/highlight.ts';
import { t } from '../messages/index.ts';
import { PartyMark } from '../parts/party-mark.tsx';
import { directionOf } from '../parts/quoted.tsx';
import type { Block } from './blocks.ts';
import { ANCHOR_KEY } from './marks.ts';
import type { Paragraph, Voice } from './model.ts';

/** The paragraphs of one stretch; drawn when near the screen. */
export const Chunk = memo(
  ({
    text,
    language,
    paragraphs,
    level,
  }: {
    readonly text: string;
    readonly language: string;
    readonly paragraphs: readonly Paragraph[];
    readonly level: Level;
  }): ReactNode => (
    <div className="chunk">
      {paragraphs.map((paragraph) => (
        <ParagraphRow
          key={paragraph.block.start}
          text={text}
          language={language}
          paragraph={paragraph}
          level={level}
        />
      ))}
    </div>
  ),
);

const ParagraphRow = ({
  text,
  language,
  paragraph: { block, pieces, voices, notes },
  level,
}: {
  readonly text: string;
  readonly language: string;
  readonly paragraph: Paragraph;
  readonly level: Level;
}): ReactNode => (
  <div className={`paragraph ${block.isRead ? '' : 'unread'} kind-${block.kind ?? 'plain'}`}>
    <div className="gutter">
      {level !== 'none' && voices.map((voice) => <VoiceTag key={voice.keys.join(' ')} voice={voice} />)}
      {!block.isRead && <KindLabel block={block} />}
    </div>
    <p
      className="quoted"
      data-start={block.start}
      dir={directionOf(language)}
      {...(language === 'und' ? {} : { lang: language })}
    >
      {pieces.map((piece) => (
        <PieceText key={piece.start} text={text} piece={piece} level={level} />
      ))}
    </p>
    <div className="margin">
      {level === 'all' &&
        notes.map((note) => (
          <button
            key={`${note.kind} ${note.words}`}
            type="button"
            className={`margin-note note-${note.kind}`}
            data-m={note.keys.join(' ')}
            data-go={note.keys[0]}
          >
            <span>{note.words}</span> <span className="note-detail">{note.detail}</span>
          </button>
        ))}
    </div>
  </div>
);

const VoiceTag = ({ voice }: { readonly voice: Voice }): ReactNode => (
  <span className="voice" data-m={voice.keys.join(' ')} title={voice.name}>
    {voice.party === null ? (
      <span className="voice-name">{voice.name}</span>
    ) : (
      <PartyMark party={voice.party} />
    )}
  </span>
);

/** What a stretch is that was not read, and why it counts as that. */
const KindLabel = ({ block }: { readonly block: Block }): ReactNode => {
  const segment = block.segments.find(({ kind }) => kind === block.kind);
  return (
    <button type="button" className="kind-label">
      {t(`segment.${block.kind ?? 'other'}`)}
      <span className="kind-why">{segment === undefined ? '' : segment.why}</span>
    </button>
  );
};

const PieceText = ({
  text,
  piece,
  level,
}: {
  readonly text: string;
  readonly piece: Piece;
  readonly level: Level;
}): ReactNode => {
  const words = text.slice(piece.start, piece.end);
  if (piece.over.length === 0) return words;
  const keys = [...new Set(piece.over.map(({ key }) => key))].filter((key) => key !== '');
  return (
    <span className={classesOf(piece, level)} {...(keys.length === 0 ? {} : { 'data-m': keys.join(' ') })}>
      {words}
    </span>
  );
};

/** The classes of a piece: one for each role, and the tint of the innermost speaker's party. */
const classesOf = ({ over }: Piece, level: Level): string => {
  const shown = over.filter((mark) => isShownAt(level, mark));
  const inner = shown.findLast(({ role }) => role === 'content');
  const roles = new Set(shown.map(({ role }) => `in-${role}`));
  const tint =
    inner === undefined
      ? []
      : [inner.slot === null ? 'tint-none' : `tint-${inner.slot}`, inner.isDirect ? 'direct' : 'indirect'];
  return [...roles, ...tint].join(' ');
};

/** The first drawn piece of what the address names. */
export const anchorPiece = (root: ParentNode | null): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`.page-text [data-m~="${ANCHOR_KEY}"]`) ?? null;
