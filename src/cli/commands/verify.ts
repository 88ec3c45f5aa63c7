import type { VerifyFinding } from '../../model/store-port.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { withRecord } from '../open.ts';
import { createProgress } from '../progress.ts';
import { count, printable } from '../text.ts';

/** `demarche verify`: checks the whole record against its digests. */
export const run = async (io: Io, _: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store, file) => {
    const progress = createProgress(io, 'checking');
    const checked = { pages: 0, citations: 0, claims: 0 };
    const findings: VerifyFinding[] = [];
    const walk = store.verify((at) => {
      Object.assign(checked, at);
      progress.update(at.pages + at.citations + at.claims, null, 'pages, citations and claims');
    });
    for await (const finding of walk) findings.push(finding);
    progress.clear();
    const ok = findings.length === 0;
    if (io.json) await outJson(io, { file, ok, ...checked, findings });
    else await io.out(textOf(io, file, checked, findings));
    return ok ? EXIT.ok : EXIT.damage;
  });

const textOf = (
  io: Io,
  file: string,
  checked: { readonly pages: number; readonly citations: number; readonly claims: number },
  findings: readonly VerifyFinding[],
): string => {
  const { pages, citations, claims } = checked;
  const lines = findings.map(
    ({ what, id, message }) => `${io.colors.red(what)} ${id}: ${printable(message)}`,
  );
  const extent = `${count(pages, 'page')}, ${count(citations, 'citation')}, ${count(claims, 'claim')} checked`;
  const end =
    findings.length === 0
      ? `${io.colors.green('sound')}: ${extent} in ${file}`
      : `${io.colors.red('damaged')}: ${count(findings.length, 'finding')} in ${file} (${extent}); restore it from a copy, or build it again from the pages`;
  return `${[...lines, end].join('\n')}\n`;
};
