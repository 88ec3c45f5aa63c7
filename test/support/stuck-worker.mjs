// A worker that misbehaves as its job says: tests of the pool run it instead of the real one.
import { parentPort, threadId, workerData } from 'node:worker_threads';

const spin = () => {
  for (;;);
};

const work = ({ job, plainly }) => {
  const { id, does } = JSON.parse(job.raw);
  if (does === 'stick always' || (does === 'stick' && plainly === null)) spin();
  if (does === 'crash' && plainly === null) process.exit(3);
  if (does === 'throw' && plainly === null) throw new Error('a fault');
  if (does === 'eat memory' && plainly === null)
    for (const held = []; ; ) held.push(new Array(1_000_000).fill(id));
  const line = JSON.stringify({ id, plainly, ...(does === 'say thread' ? { thread: threadId } : {}) });
  const result = { kind: 'line', line, error: null, diagnostics: [] };
  parentPort.postMessage({ type: 'done', result, heap: does === 'grow' ? 1e9 : 0 });
};

if (workerData.pack === 'none') {
  parentPort.postMessage({
    type: 'fatal',
    code: 'pack-unknown',
    message: 'there is no pack none',
    hint: 'demarche pack list',
  });
} else if (workerData.pack === 'dies') process.exit(1);
else {
  parentPort.on('message', work);
  parentPort.postMessage({ type: 'ready', knowledge: 'k' });
}
