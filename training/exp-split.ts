import { readTrees } from './lib/corpus.ts';
import { rawDocuments } from './lib/raw-text.ts';
import { learnSplit } from './lib/splitting.ts';
import { createSplitter } from '../src/language/split/splitter.ts';
import { scoreSplit } from './lib/score.ts';
const C='/work/shared/data';
const lang=process.argv[2]??'en';
const train = lang==='en'?[...rawDocuments(readTrees(C,'en_ewt-train')),...rawDocuments(readTrees(C,'en_gum_free-train'))]:rawDocuments(readTrees(C,'ru-train'));
let t0=process.cpuUsage();
const m=learnSplit(train,Number(process.argv[3]??18)); console.log('train',process.cpuUsage(t0).user/1e6, 'cuts', [...m.cuts].slice(0,200).map(x=>x.join(':')).join(' '));
console.log('unaligned', train.flatMap(d=>d.words).filter(w=>w===null).length);
for(const d of lang==='en'?['en_ewt-dev','en_gum-dev']:['ru_gsd-dev']){ t0=process.cpuUsage(); console.log(d, scoreSplit(createSplitter(m), rawDocuments(readTrees(C,d))), process.cpuUsage(t0).user/1e6); }
