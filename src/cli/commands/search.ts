import type { SearchHit } from '../../model/store-port.ts';
import { timeline } from '../../view/index.ts';
import { EXIT } from '../exit.ts';
import type { Given } from '../given.ts';
import { numberOf, textsOf } from '../given.ts';
import type { Io } from '../io.ts';
import { outJson } from '../io.ts';
import { aroundMarks, drawMarks } from '../marks.ts';
import { withRecord } from '../open.ts';
import { queryOf } from '../query.ts';
import { clip, printable } from '../text.ts';

const SHOWN = 240;

const render = (io: Io, { claim, text, marks }: SearchHit): string => {
  const [row] = timeline([claim]);
  const head = `${row?.when ?? 'undated'}  ${printable(row?.label ?? '')}`;
  const part = aroundMarks(
    text,
    marks.map(({ start, end }) => ({ start, end, role: 'hit' })),
    SHOWN,
  );
  const drawn = drawMarks(part.text, part.marks, { width: io.width, indent: 4, colors: io.colors });
  return `${clip(head, io.width - claim.id.length - 2)}  ${io.colors.dim(claim.id)}\n${drawn}\n`;
};

/** `demarche search`: finds words in claims and in the passages they cite. */
export const run = async (io: Io, [words]: readonly unknown[], given: Given): Promise<number> =>
  withRecord(given, async (store) => {
    const limit = numberOf(given, 'limit');
    const query = await queryOf(store, given);
    const hits = await store.search(
      textsOf(words).join(' '),
      limit === undefined ? query : { ...query, limit },
    );
    if (io.json)
      for (const { claim, text, marks } of hits) {
        const [row] = timeline([claim]);
        await outJson(io, { ...row, text, marks });
      }
    else if (hits.length === 0) await io.out('nothing\n');
    else await io.out(hits.map((hit) => render(io, hit)).join('\n'));
    return EXIT.ok;
  });
