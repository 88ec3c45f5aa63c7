import { DemarcheError } from '../../model/error.ts';

/** First bytes of a file of weights: "DMLW" and the version of the layout. */
const MAGIC = [0x44, 0x4d, 0x4c, 0x57];
const VERSION = 2;
/** Magic, version and length of the header. */
const PREFIX = 12;

/** Where a file of weights comes from and what may be done with it. */
export interface Provenance {
  readonly language: string;
  /** What it was trained on, a line each. */
  readonly sources: readonly string[];
  readonly licence: string;
  readonly attribution: string;
  /** The command that makes the same bytes again. */
  readonly command: string;
  /** Figures on the dev sets, per cent, by name. */
  readonly scores: Readonly<Record<string, number>>;
}

/** A file of weights: its header, and its parts by name. */
export interface Weights {
  readonly provenance: Provenance;
  /** Small lists and numbers that the readers of the parts need. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

interface Header {
  readonly provenance: Provenance;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly sections: readonly (readonly [name: string, length: number])[];
}

/** Lays weights out as one file. The same weights give the same bytes. */
export const writeWeights = ({ provenance, meta, sections }: Weights): Uint8Array => {
  const header: Header = {
    provenance,
    meta,
    sections: [...sections].map(([name, bytes]) => [name, bytes.length]),
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const size = [...sections.values()].reduce((sum, bytes) => sum + bytes.length, PREFIX + head.length);
  const file = new Uint8Array(size);
  file.set(MAGIC);
  const view = new DataView(file.buffer);
  view.setUint32(4, VERSION, true);
  view.setUint32(8, head.length, true);
  file.set(head, PREFIX);
  let at = PREFIX + head.length;
  for (const bytes of sections.values()) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
};

const broken = (why: string): DemarcheError =>
  new DemarcheError('unsupported-format', `this is no usable file of language weights: ${why}`, {
    hint: 'install the package again, or train it anew: npm run train',
  });

const readHeader = (file: Uint8Array): { readonly header: Header; readonly body: number } => {
  if (file.length < PREFIX || MAGIC.some((byte, i) => file[i] !== byte))
    throw broken('its first bytes are others');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(4, true) !== VERSION) throw broken(`its layout is version ${view.getUint32(4, true)}`);
  const length = view.getUint32(8, true);
  if (PREFIX + length > file.length) throw broken('it is cut short');
  try {
    const text = new TextDecoder().decode(file.subarray(PREFIX, PREFIX + length));
    return { header: JSON.parse(text) as Header, body: PREFIX + length };
  } catch {
    throw broken('its header cannot be read');
  }
};

/**
 * Reads a file of weights; the parts are views into `file`, nothing is copied.
 * @throws DemarcheError `unsupported-format` when it is none, is of another version or is cut short
 */
export const readWeights = (file: Uint8Array): Weights => {
  const { header, body } = readHeader(file);
  const sections = new Map<string, Uint8Array>();
  let at = body;
  for (const [name, length] of header.sections) {
    sections.set(name, file.subarray(at, at + length));
    at += length;
  }
  if (at !== file.length) throw broken('it is cut short');
  return { provenance: header.provenance, meta: header.meta, sections };
};
