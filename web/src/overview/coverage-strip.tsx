import type { ReactNode } from 'react';
import { barsOf, type CoverageBin, yearsOf } from '../lib/coverage.ts';
import { addressOf, usePlace } from '../lib/place.ts';
import { number, t } from '../messages/index.ts';
import { Link } from '../parts/link.tsx';

const WIDTH = 1000;
const HEIGHT = 64;
const LABELS = 12;

/** Pages by month of publication, with the same numbers as a table. */
export const CoverageStrip = ({
  bins,
  undated,
}: {
  readonly bins: readonly CoverageBin[];
  readonly undated: number;
}): ReactNode => {
  const { dispute } = usePlace();
  const bars = barsOf(bins);
  if (bars.length === 0) return <p className="muted">{t('overview.coverage.none')}</p>;
  return (
    <>
      <svg
        className="coverage"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.map(({ x, width, height, bin }) => (
          <rect
            key={bin.from}
            x={x * WIDTH}
            width={Math.max(2, width * WIDTH - 0.5)}
            y={HEIGHT - height * (HEIGHT - 4)}
            height={height * (HEIGHT - 4)}
          />
        ))}
      </svg>
      <div className="coverage-years" aria-hidden="true">
        {yearsOf(bins, LABELS).map(({ year, x }) => (
          <span key={year} style={{ insetInlineStart: `${x * 100}%` }}>
            {year}
          </span>
        ))}
      </div>
      <details>
        <summary>{t('overview.coverage.table', { n: undated })}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('overview.month')}</th>
              <th scope="col" className="number">
                {t('overview.pages')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ bin }) => (
              <tr key={bin.from}>
                <td>
                  <Link
                    to={addressOf(
                      dispute,
                      'sources',
                      null,
                      new URLSearchParams([
                        ['from', bin.from],
                        ['to', bin.to],
                      ]),
                    )}
                  >
                    {bin.from.slice(0, 7)}
                  </Link>
                </td>
                <td className="number">{number(bin.pages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
};
