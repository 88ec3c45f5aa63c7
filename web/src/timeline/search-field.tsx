import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useGo, usePlace } from '../lib/place.ts';
import { t } from '../messages/index.ts';

/** Milliseconds of rest after which what was typed is asked. */
const REST = 120;

/** Words to search for, asked while one types; says below how they were read. */
export const SearchField = ({ explained }: { readonly explained: string | null }): ReactNode => {
  const { query } = usePlace();
  const go = useGo();
  const [text, setText] = useState(query.q);
  const asked = useRef(query.q);
  const isComposing = useRef(false);
  useEffect(() => {
    // Only a question that came from elsewhere (a chip, the back button) replaces what stands in the field.
    if (query.q === asked.current) return;
    asked.current = query.q;
    setText(query.q);
  }, [query.q]);
  useEffect(() => {
    if (text === asked.current || isComposing.current) return;
    const timer = setTimeout(() => {
      asked.current = text;
      go.ask({ q: text }, { replace: true });
    }, REST);
    return () => clearTimeout(timer);
  }, [text, go]);
  return (
    <search className="search">
      <input
        className="field search-field"
        type="search"
        dir="auto"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          setText(event.currentTarget.value);
        }}
      />
      {explained !== null && (
        <p className="search-explained muted small" aria-live="polite">
          {t('search.explained', { explained })}
        </p>
      )}
    </search>
  );
};
