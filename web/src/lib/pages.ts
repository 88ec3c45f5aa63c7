import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { writeClaimQuery } from '../../../src/view/desk/address.ts';
import type { ClaimList, DeskRow } from '../../../src/view/desk/types.ts';
import { twinAddress } from './data.ts';
import { type Failure, getJson } from './fetch.ts';
import { PAGE, pagesOver } from './page-numbers.ts';
import { usePlace } from './place.ts';

/** Milliseconds that a stretch of the list must stay in view before its rows are asked for. */
const REST = 40;

/** Rows of a long list by their index: the first page is given, others are asked for as they come into view. */
export const usePages = (
  list: 'timeline' | 'statements',
  first: ClaimList,
  range: { readonly start: number; readonly end: number },
): ((index: number) => DeskRow | undefined) => {
  const { dispute } = usePlace();
  const { start, end } = useResting(range);
  const pages = pagesOver(start, end);
  const answers = useQueries({
    queries: pages.map((page) => {
      const path = twinAddress(
        dispute,
        list,
        'json',
        writeClaimQuery({ ...first.query, offset: page * PAGE, limit: PAGE }),
      );
      return {
        queryKey: ['json', path],
        queryFn: ({ signal }: { signal: AbortSignal }) => getJson<ClaimList>(path, signal),
        staleTime: 60_000,
        retry: (count: number, failure: unknown) => (failure as Failure).kind === 'offline' && count < 1,
      };
    }),
  });
  const held = new Map(pages.map((page, index) => [page, answers[index]?.data?.rows]));
  return (index) => {
    const page = Math.floor(index / PAGE);
    return (page === 0 ? first.rows : held.get(page))?.[index % PAGE];
  };
};

const useResting = (range: {
  readonly start: number;
  readonly end: number;
}): { readonly start: number; readonly end: number } => {
  const [resting, setResting] = useState(range);
  const { start, end } = range;
  useEffect(() => {
    const timer = setTimeout(() => setResting({ start, end }), REST);
    return () => clearTimeout(timer);
  }, [start, end]);
  return resting;
};
