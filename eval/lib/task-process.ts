/** One task of the evaluation in a process of its own: its figures go to the process that started it. */
import { TASKS } from '../tasks.ts';

const [name, corpora = ''] = process.argv.slice(2);
const task = TASKS.find((known) => known.name === name);
if (task === undefined) throw new TypeError(`no task ${String(name)}`);
const metrics = await task.run(corpora);
process.send?.(metrics, () => process.disconnect());
