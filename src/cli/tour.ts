import { claimQuery, sourceQuery } from '../view/desk/address.ts';
import type { Served } from './serving.ts';

/** One thing worth looking at. */
export interface Sight {
  readonly what: string;
  readonly address: string;
}

const mostTold = async ({ desk, start }: Served): Promise<readonly Sight[]> => {
  const facets = { kind: { in: ['statement'], out: [] }, speaker: { in: [], out: ['unknown'] } };
  const { rows } = await desk.list(claimQuery({ facets, sort: 'witnesses', limit: 50 }));
  const [most] = rows.toSorted((a, b) => b.witnesses.outlets - a.witnesses.outlets);
  if (most === undefined) return [];
  const { outlets } = most.witnesses;
  return [
    {
      what: `a statement as ${outlets === 1 ? 'one outlet tells' : `${outlets} outlets tell`} it`,
      address: `${start}/statements/${most.id}`,
    },
  ];
};

const caught = async ({ desk, start }: Served): Promise<readonly Sight[]> => {
  const facets = { caught: { in: ['crawl-clock'], out: [] } };
  const { rows } = await desk.sources(sourceQuery({ facets, fold: false, limit: 1 }));
  return rows.map(({ id }) => ({
    what: 'a page whose own clock was caught, and the day used instead',
    address: `${start}/sources/${id}`,
  }));
};

/** What to look at first: the timeline, the statement told by most outlets, a page whose crawl clock was caught. */
export const sights = async (served: Served): Promise<readonly Sight[]> => [
  { what: 'what happened and was said, by date', address: `${served.start}/timeline` },
  ...(await mostTold(served)),
  ...(await caught(served)),
];
