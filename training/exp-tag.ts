import { readTrees } from './lib/corpus.ts';
import { lexiconOf } from './lib/lexicon.ts';
import { trainTagger } from './lib/tagging.ts';
import { averaged } from './lib/learner.ts';
import { createTagger } from '../src/language/tag/tagger.ts';
import { createWordTable } from '../src/language/words/word-table.ts';
const C='/work/shared/data';
const lang = process.argv[2]??'en'; const passes=Number(process.argv[3]??6);
const train = lang==='en'?[...readTrees(C,'en_ewt-train'),...readTrees(C,'en_gum_free-train')]:readTrees(C,'ru-train');
const devs = lang==='en'?['en_ewt-dev','en_gum-dev']:['ru_gsd-dev'];
const key = (t:any,i:number)=> t.upos[i];
const inv = new Map<string,number>();
const sents = train.map(t=>({forms:t.forms, tags:t.forms.map((_,i)=>{const k=key(t,i); if(!inv.has(k)) inv.set(k,inv.size); return inv.get(k)!})}));
const names=[...inv.keys()];
const lex = lexiconOf(sents,inv.size);
console.log('tags',inv.size,'lex',lex.lexicon.kinds.size,lex.lexicon.sets.size,lex.sets.length);
let t0=process.cpuUsage();
const L = trainTagger(sents,lex,{labels:inv.size,passes,seed:1,bits:Number(process.argv[4]??19)});
console.log('train s',process.cpuUsage(t0).user/1e6);
const table=averaged(L,40);
console.log('entries',table.weights.reduce((n,w)=>n+(w!==0?1:0),0));
const tag=createTagger(table,lex.sets); const words=createWordTable(lex.lexicon);
for(const d of devs){ const dev=readTrees(C,d); let u=0,n=0; const ids0=dev.map(t=>Int32Array.from(t.forms,words.idOf)); 
 for(let rep=0;rep<2;rep++){ u=0;n=0; t0=process.cpuUsage();
 for(const [s,t] of dev.entries()){ const ids=ids0[s]!; const tags=new Uint8Array(ids.length); tag(ids,ids.length,words.columns(),tags);
  for(let i=0;i<ids.length;i++){ n++; if(names[tags[i]!]===t.upos[i])u++; } }
 const s=process.cpuUsage(t0).user/1e6; console.log(d,'upos',(u/n*100).toFixed(2),'tok/s',Math.round(n/s)); } }
