import type { ReactNode } from 'react';
import type { ClaimCard, DeskAccount } from '../../../src/view/desk/types.ts';
import { type DiffPiece, diffWords } from '../lib/word-diff.ts';
import { t } from '../messages/index.ts';
import { useAccountAddress } from '../parts/account.tsx';
import { Link } from '../parts/link.tsx';
import { Quoted } from '../parts/quoted.tsx';

/** Wordings that are compared; more are counted. */
const SHOWN = 8;

/** The wordings that differ, side by side, each with the words marked that the fullest does not have. */
export const Variants = ({ card }: { readonly card: ClaimCard }): ReactNode => {
  const [fullest, ...others] = card.variants;
  if (fullest === undefined || others.length === 0) return null;
  const shown = others.slice(0, SHOWN);
  const whole =
    shown.length === 1
      ? diffWords(fullest.wording, shown[0]?.wording ?? '').left
      : [{ text: fullest.wording, isSame: true }];
  return (
    <section aria-labelledby="variants">
      <h2 id="variants">{t('variants.title', { n: card.variants.length })}</h2>
      <p className="muted small">{t(others.length === 1 ? 'variants.explain-two' : 'variants.explain')}</p>
      <div className="variants">
        <Variant card={card} pieces={whole} tellings={fullest.tellings} label={t('variants.fullest')} />
        {shown.map(({ wording, tellings }) => (
          <Variant
            key={wording}
            card={card}
            pieces={diffWords(fullest.wording, wording).right}
            tellings={tellings}
            label={null}
          />
        ))}
      </div>
      {others.length > SHOWN && (
        <p className="muted small">{t('variants.more', { n: others.length - SHOWN })}</p>
      )}
    </section>
  );
};

const Variant = ({
  card,
  pieces,
  tellings,
  label,
}: {
  readonly card: ClaimCard;
  readonly pieces: readonly DiffPiece[];
  readonly tellings: readonly number[];
  readonly label: string | null;
}): ReactNode => {
  const accounts = tellings
    .map((n) => card.accounts.find(({ telling }) => telling === n))
    .filter((account) => account !== undefined);
  return (
    <div className="variant">
      <Quoted language={accounts[0]?.language ?? card.row.language} block>
        {pieces.map(({ text, isSame }, index) =>
          isSame ? (
            text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place.
            <mark key={index} className="mark-diff">
              {text}
            </mark>
          ),
        )}
      </Quoted>
      <p className="small muted">
        {label !== null && `${label} · `}
        <Tellers accounts={accounts} />
      </p>
    </div>
  );
};

const NAMED = 3;

/** The outlets of some accounts, each a link to its characters. */
export const Tellers = ({ accounts }: { readonly accounts: readonly DeskAccount[] }): ReactNode => {
  const address = useAccountAddress();
  return (
    <>
      {accounts.slice(0, NAMED).map((account, index) => (
        <span key={account.telling}>
          {index > 0 && ', '}
          <Link to={address(account)}>{account.outlet?.name ?? t('source.no-outlet')}</Link>
        </span>
      ))}
      {accounts.length > NAMED && ` ${t('variants.others', { n: accounts.length - NAMED })}`}
    </>
  );
};
