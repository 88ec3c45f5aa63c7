import type { Job } from '../../view/desk/types.ts';
import { KEPT_LINES } from './limits.ts';
import type { AddMessage } from './messages.ts';

/** Archives hold many pages: beyond the number of files the end is not known. */
const totalOf = (total: number | null, done: number): number | null =>
  total !== null && done > total ? null : total;

/** The import after what its process told. */
export const foldMessage = (job: Job, message: AddMessage): Job => {
  switch (message.type) {
    case 'ready':
      return job;
    case 'found': {
      const { pages, passedOver } = message;
      return {
        ...job,
        total: pages,
        what: passedOver === 0 ? job.what : `${job.what} (${passedOver} passed over)`,
      };
    }
    case 'step':
      return { ...job, step: message.step };
    case 'page': {
      const done = job.done + 1;
      return {
        ...job,
        done,
        total: totalOf(job.total, done),
        lines: [...job.lines.slice(-(KEPT_LINES - 1)), message.line],
        counts: { ...job.counts, [message.kind]: job.counts[message.kind] + 1 },
      };
    }
    case 'over':
      return { ...job, claims: message.claims };
    case 'failed':
      return { ...job, error: message.error };
  }
};
