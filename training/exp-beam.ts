import { writeFileSync } from 'node:fs';
import { createAnalyser } from '../src/language/analyser.ts';
import { writeModel } from '../src/language/weights/model-file.ts';
import { readTrees } from './lib/corpus.ts';
import { LANGUAGES } from './lib/languages.ts';
import { assemble, learnParser, prepare } from './lib/recipe.ts';
import { scoreTrees } from './lib/score.ts';
const C='/work/shared/data'; const lang=process.argv[2]??'en';
const L=LANGUAGES[lang]!; const recipe={...L.recipe, ...JSON.parse(process.argv[3]??'{}')};
const trees=L.train.flatMap(s=>readTrees(C,s));
const t0=process.cpuUsage(); const cpu=()=>Math.round(process.cpuUsage(t0).user/1e6);
const p=prepare(trees,recipe); console.log('prepared',cpu());
const devs=L.dev.map(d=>[d,readTrees(C,d)] as const);
let k=0; let base:any=null;
const evalAt=(m:any)=>{ console.log('cpu',cpu()); base??=assemble(trees,p,m,recipe,L.provenance); 
 for(const beam of [{width:1,margin:0},{width:4,margin:100},{width:4,margin:1e9}]) { const a=createAnalyser({...base,parse:{...m,beam}});
  for(const [d,t] of devs){ const u=process.cpuUsage(); const s=scoreTrees(a,t) as any; const ms=process.cpuUsage(u).user/1e3; console.log(k,JSON.stringify(beam),d,Object.entries(s).map(([n,v]:any)=>n+' '+(v*100).toFixed(2)).join(' '),Math.round(ms)+'ms'); } }
 writeFileSync('/tmp/lcore/'+lang+'-'+(process.argv[4]??'x')+'-'+k+'.bin', writeModel({...base,parse:m})); k++; };
learnParser(p,recipe,evalAt);
