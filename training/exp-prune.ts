import { readFileSync } from 'node:fs';
import { createAnalyser } from '../src/language/analyser.ts';
import { readModel } from '../src/language/weights/model-file.ts';
import { readTrees } from './lib/corpus.ts';
import { scoreTrees } from './lib/score.ts';
const m=readModel(readFileSync(process.argv[2]!)); const dev=readTrees('/work/shared/data','en_ewt-dev');
for(const [pm,pl,pt] of [[0,0,0],[1,1,1],[2,2,1],[3,2,2],[3,3,2]] as const){
 const prune=(w:Int8Array,p:number)=>Int8Array.from(w,v=>Math.abs(v)<=p?0:v);
 const b=new Int8Array(m.parse.moves.pairs.buffer.slice(0)); const pairs=new Int16Array(prune(b,pm).buffer);
 const mm={...m,tagTable:{...m.tagTable,weights:prune(m.tagTable.weights,pt)},parse:{...m.parse,moves:{...m.parse.moves,pairs},labels:{...m.parse.labels,weights:prune(m.parse.labels.weights,pl)}}};
 const s=scoreTrees(createAnalyser(mm),dev) as any; console.log(pm,pl,pt,s.UPOS.toFixed(4),s.UAS.toFixed(4),s.LAS.toFixed(4)); }
