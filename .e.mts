import { readFileSync } from 'node:fs'; import { gunzipSync } from 'node:zlib';
import { acquireBytes } from './src/acquire/index.ts'; import { loadKnowledge } from './src/app/knowledge.ts'; import { cleanPage } from './src/clean/index.ts';
const k = await loadKnowledge();
const gt = JSON.parse(readFileSync('/work/shared/data/pages/dates/ground-truth.json','utf8'));
for (const f of process.argv.slice(2)) {
  const n = f + '.html.gz'; const bytes = new Uint8Array(gunzipSync(readFileSync('/work/shared/data/pages/dates/html/' + n)));
  const a = acquireBytes(bytes, { path: n, url: null, capturedAt: null, mediaType: 'text/html' }); if (!a.ok) { console.log(f, a); continue; }
  const { output: art, diagnostics } = cleanPage(a.capture, k); const [y, m, d] = gt[n].date.split('-');
  console.log('##', f, gt[n].url, gt[n].date, art.url, diagnostics.map((x) => x.code).join());
  for (const r of art.published.slice(0, 5)) console.log('    ', r.value.edtf, r.rule, r.rejected, JSON.stringify(r.raw)?.slice(0, 80));
  const html = a.capture.text; const pats = [gt[n].date, `${d}.${m}.${y}`, `${+d}.${+m}.${y}`, `${+d}. `, `${m}/${d}/${y}`, `${+m}/${+d}/${y}`, `${d}/${m}/${y}`,`${y}/${m}/${d}`];
  for (const p of [gt[n].date, `${d}.${m}.${y}`, `${+d}.${+m}.${y}`, `${m}/${d}/${y}`, `${d}/${m}/${y}`, `${y}/${m}/${d}`, `${y}${m}${d}`]) { const i = html.indexOf(p); if (i >= 0) console.log('    HTML', JSON.stringify(html.slice(Math.max(0, i - 90), i + 30))); }
  const re = new RegExp(`.{60}(?:${+d}(?:st|nd|rd|th|\\.)?\\s(?:of )?\\p{L}+\\.?,?\\s${y}|\\p{L}+\\.?\\s0?${+d}(?:st|nd|rd|th)?,?\\s${y}).{10}`, 'u'); const mm = re.exec(html.replace(/\s+/g, ' ')); if (mm) console.log('    TEXT', JSON.stringify(mm[0]));
}
