import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dating } from '../clean/index.ts';
import type { Layer } from '../model/annotation.ts';
import { LAYERS } from '../model/annotation.ts';
import type { Day, Digest } from '../model/brand.ts';
import { digest } from '../model/brand.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { VERSION } from './version.ts';

/** What a caller may set for the reading of one page. */
export interface ExtractOptions {
  /** EDTF of the day of publication as the caller knows it; wins over what the page says. */
  readonly published: string | null;
  /** The latest day a page can have been published on; a later reading is refused. Null: no such bound. */
  readonly today: Day | null;
  /** The layers to hand out. A layer that another one needs is made all the same, and left out of the result. */
  readonly layers: readonly Layer[];
  /** Take the text as one body, as it is: no segment is labelled anything else. */
  readonly asIs: boolean;
  /** `strict`: no guessed and no contested day of publication. */
  readonly dating: Dating;
  /** BCP 47 primary tag that overrides the language told from the text. */
  readonly language: string | null;
}

/** Everything read, nothing given. */
export const DEFAULT_OPTIONS: ExtractOptions = {
  published: null,
  today: null,
  layers: LAYERS,
  asIs: false,
  dating: 'usual',
  language: null,
};

/**
 * Digest of what an extraction depends on besides the page: the package's version, the knowledge, the options. `today` is
 * left out: it moves on every day, and only refuses readings that lie in the future.
 */
export const extractorOf = (knowledge: Pick<Knowledge, 'version'>, options: ExtractOptions): Digest => {
  const layers = LAYERS.filter((layer) => options.layers.includes(layer));
  const { published, asIs, language, dating } = options;
  const parts = [VERSION, knowledge.version, published, layers, asIs, language, dating];
  return digest(bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))));
};
