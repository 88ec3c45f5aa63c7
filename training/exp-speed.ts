import { readFileSync } from 'node:fs';
import { readTrees } from './lib/corpus.ts';
import { createAnalyser } from '../src/language/analyser.ts';
import { readModel } from '../src/language/weights/model-file.ts';
const t0=process.cpuUsage(); const b=readFileSync(process.argv[2]??'/tmp/lcore/en.bin'); const m=readModel(b); const t1=process.cpuUsage(t0);
console.log('load ms',t1.user/1e3,t1.system/1e3);
const a=createAnalyser(m);
console.log('rss MB',process.memoryUsage().rss/1e6);
const dev=readTrees('/work/shared/data','en_gum-dev'); const n=dev.reduce((s,t)=>s+t.forms.length,0);
for(let r=0;r<4;r++){ let s=process.cpuUsage(); for(const t of dev)a.tag(t.forms); let u=process.cpuUsage(s).user; console.log('tag',Math.round(n/u*1e6)); s=process.cpuUsage(); for(const t of dev)a.parse(t.forms); u=process.cpuUsage(s).user; console.log('tag+parse',Math.round(n/u*1e6)); }
console.log('rss MB',process.memoryUsage().rss/1e6);
