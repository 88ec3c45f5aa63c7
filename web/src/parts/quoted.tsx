import type { ReactNode } from 'react';
import type { Span } from '../../../src/model/span.ts';

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The direction of a language's script; `auto` when the language is not known. */
export const directionOf = (language: string | null): 'ltr' | 'rtl' | 'auto' =>
  language === null || language === 'und' ? 'auto' : RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';

/** Words of a page: in the serif that marks them as theirs, with their language and direction. */
export const Quoted = ({
  language,
  children,
  block = false,
  className = '',
}: {
  readonly language: string | null;
  readonly children: ReactNode;
  readonly block?: boolean;
  readonly className?: string;
}): ReactNode => {
  const attributes = {
    className: `quoted ${className}`,
    dir: directionOf(language),
    ...(language === null || language === 'und' ? {} : { lang: language }),
  };
  return block ? <blockquote {...attributes}>{children}</blockquote> : <bdi {...attributes}>{children}</bdi>;
};

/** A span to mark; `role` becomes its class. */
export interface Mark extends Span {
  readonly role?: string;
}

/** Text with spans of it marked; spans may overlap: a character then bears the classes of all. */
export const Marked = ({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
}): ReactNode => {
  if (marks.length === 0) return text;
  const borders = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return borders.slice(0, -1).map((from, index) => {
    const to = borders[index + 1] ?? text.length;
    const over = marks.filter(({ start, end }) => start <= from && end >= to);
    const piece = text.slice(from, to);
    if (over.length === 0) return piece;
    return (
      <mark key={from} className={[...new Set(over.map(({ role }) => `mark-${role ?? 'hit'}`))].join(' ')}>
        {piece}
      </mark>
    );
  });
};
