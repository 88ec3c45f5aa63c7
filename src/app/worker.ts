import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { SentenceAnalyser } from '../model/analysis.ts';
import { isDemarcheError } from '../model/error.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { knowledgeWith, readOutside } from './analysers/outside.ts';
import { extractSafely, plainOrUnread } from './extract.ts';
import type { JobResult, WorkerReply, WorkerRequest, WorkerSetup } from './job.ts';
import { loadKnowledge } from './knowledge.ts';
import { DEFAULT_OPTIONS } from './options.ts';
import { runJob } from './run-job.ts';
import { FIRST_LINE } from './warm-up.ts';

const reply = (message: WorkerReply): void => parentPort?.postMessage(message);

const work = (
  { job, plainly }: WorkerRequest,
  knowledge: Knowledge,
  outside: SentenceAnalyser | null = null,
): JobResult =>
  runJob(job, (capture, options) =>
    plainly === null
      ? extractSafely(capture, knowledge, options, outside)
      : plainOrUnread(capture, knowledge, options, plainly),
  );

/** Reads a sentence, so that grammars and weights are made ready before the time of a page is counted. */
const warmUp = (knowledge: Knowledge): void => {
  work(
    { job: { kind: 'jsonl', raw: FIRST_LINE, number: 1, options: DEFAULT_OPTIONS }, plainly: null },
    knowledge,
  );
};

/** Entry of a worker thread: loads knowledge once, then does one job at a time. */
const serve = async (): Promise<void> => {
  try {
    const { pack, analysis } = workerData as WorkerSetup;
    const outside = analysis === null ? null : await readOutside(analysis);
    const knowledge = knowledgeWith(await loadKnowledge({ pack }), outside);
    warmUp(knowledge);
    parentPort?.on('message', (request: WorkerRequest) => {
      const result = work(request, knowledge, outside?.analyser);
      reply({ type: 'done', result, heap: getHeapStatistics().used_heap_size });
    });
    reply({ type: 'ready', knowledge: knowledge.version });
  } catch (error) {
    reply({
      type: 'fatal',
      code: isDemarcheError(error) ? error.code : 'internal',
      message: error instanceof Error ? error.message : String(error),
      hint: isDemarcheError(error) ? error.hint : null,
    });
  }
};

await serve();
