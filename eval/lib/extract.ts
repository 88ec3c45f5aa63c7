import { acquirePath } from '../../src/acquire/index.ts';
import { extractCapture } from '../../src/app/extract.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Knowledge } from '../../src/model/knowledge.ts';

/** The extractions of a file, in order; pages that cannot be acquired are left out. */
export const extractFile = async (path: string, knowledge: Knowledge): Promise<readonly Extraction[]> => {
  const extractions: Extraction[] = [];
  for await (const item of acquirePath(path, {}))
    if (item.ok) extractions.push(extractCapture(item.capture, knowledge));
  return extractions;
};
