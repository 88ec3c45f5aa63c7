import { type ReactNode, useState } from 'react';
import type { Citations, ClaimCard } from '../../../src/view/desk/types.ts';
import { copyText } from '../lib/clipboard.ts';
import { useCommand } from '../lib/keyboard.ts';
import { claimAddress, usePlace } from '../lib/place.ts';
import { toast } from '../lib/toast.ts';
import { t } from '../messages/index.ts';
import '../styles/reading.css';

const FORMATS = [
  ['chicago', 'Chicago'],
  ['bibtex', 'BibTeX'],
  ['csl', 'CSL-JSON'],
  ['markdown', 'Markdown'],
] as const satisfies readonly (readonly [keyof Citations, string])[];

/** Copies text and says so, or says that the browser did not allow it. */
export const copyAndTell = async (text: string, told: string): Promise<void> => {
  toast((await copyText(text)) ? told : t('cite.refused'));
};

/** Ways to cite a claim: each shown, each copied with one click. `c` copies Chicago, `Shift C` the permalink. */
export const CiteMenu = ({ card }: { readonly card: Pick<ClaimCard, 'row' | 'cite'> }): ReactNode => {
  const { dispute, query } = usePlace();
  const [isOpen, setOpen] = useState(false);
  const asOf = query.asOf === null ? '' : `?as_of=${query.asOf}`;
  const permalink = `${window.location.origin}${claimAddress(dispute, card.row)}${asOf}`;
  const copyCitation = (): void => void copyAndTell(card.cite.chicago, t('cite.copied', { what: 'Chicago' }));
  const copyLink = (): void => void copyAndTell(permalink, t('cite.copied-link'));
  useCommand('copy.citation', copyCitation);
  useCommand('copy.link', copyLink);
  return (
    <div className="cite">
      <div className="cite-bar">
        <button type="button" className="button" onClick={copyCitation}>
          {t('cite.copy')}
        </button>
        <button type="button" className="button" onClick={copyLink}>
          {t('cite.copy-link')}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('cite.formats')}
        </button>
      </div>
      {isOpen && (
        <dl className="cite-formats">
          {FORMATS.map(([key, name]) => (
            <CiteFormat key={key} name={name} text={card.cite[key]} />
          ))}
          <CiteFormat name={t('cite.permalink')} text={permalink} />
        </dl>
      )}
    </div>
  );
};

const CiteFormat = ({ name, text }: { readonly name: string; readonly text: string }): ReactNode => (
  <>
    <dt>
      <button
        type="button"
        className="button"
        aria-label={t('cite.copy-as', { what: name })}
        onClick={() => void copyAndTell(text, t('cite.copied', { what: name }))}
      >
        {name}
      </button>
    </dt>
    <dd>
      <pre className="cite-text" dir="auto">
        {text}
      </pre>
    </dd>
  </>
);
