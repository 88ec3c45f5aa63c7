import type { Job } from '../../../src/view/desk/types.ts';
import { json } from './desk.ts';
import type { Served } from './served.ts';

/** Milliseconds between two looks at an import. */
const PAUSE = 50;

/** Waits until an import is over, and returns what came of it. */
export const over = async (served: Served, id: string): Promise<Job> => {
  for (;;) {
    const job = await json<Job>(served, `/jobs/${id}.json`);
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
};

/** Imports files as the desk sends them, to the end. @throws Error when the import fails */
export const importFiles = async (
  served: Served,
  files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Job> => {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('files', new File([bytes], name), name);
  const response = await fetch(served.at('/jobs'), { method: 'POST', body: form });
  const job = await over(served, ((await response.json()) as Job).id);
  if (job.state !== 'done') throw new Error(`the import ended as ${job.state}: ${job.error?.message}`);
  return job;
};
