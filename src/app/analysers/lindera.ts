import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IpadicRow, LanguageTools, Morpheme, MorphemeReader } from '../../language/index.ts';
import { japaneseTools } from '../../language/index.ts';
import { DemarcheError } from '../../model/error.ts';
import { packageRoot, parseJson } from '../package-reader.ts';
import { loadOptional, type OptionalPackage } from './optional-package.ts';

/** Japanese morphemes by the dictionary IPADIC, compiled to WebAssembly (MIT; 13 MB, 0.5 s to load). */
export const LINDERA: OptionalPackage = {
  name: 'lindera-wasm-ipadic',
  version: '1.0.0',
  install: 'npm i lindera-wasm-ipadic@1.0.0',
  gives: 'Japanese words and tags',
};

/** As much of the package as is used; its own types are not there when it is not installed. */
export interface LinderaModule {
  readonly default: (from: { readonly module_or_path: Uint8Array }) => Promise<unknown>;
  readonly TokenizerBuilder: new () => {
    readonly setDictionary: (uri: string) => void;
    readonly setMode: (mode: string) => void;
    readonly build: () => { readonly tokenize: (text: string) => readonly unknown[] };
  };
}

/** Tokens are maps in version 1 and plain objects before. */
const fieldOf = (token: unknown, name: string): unknown =>
  token instanceof Map ? token.get(name) : (token as Readonly<Record<string, unknown>> | null)?.[name];

const morphemeOf = (token: unknown): readonly Morpheme[] => {
  const [byteStart, byteEnd] = [fieldOf(token, 'byte_start'), fieldOf(token, 'byte_end')];
  const details = fieldOf(token, 'details');
  if (typeof byteStart !== 'number' || typeof byteEnd !== 'number' || !Array.isArray(details)) return [];
  return [{ byteStart, byteEnd, details: details.map(String) }];
};

/** Makes a reader of morphemes of the package's module and the bytes of its WebAssembly. */
export const linderaReader = async (
  { default: start, TokenizerBuilder }: LinderaModule,
  wasm: Uint8Array,
  id: string,
): Promise<MorphemeReader> => {
  await start({ module_or_path: wasm });
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  const tokeniser = builder.build();
  return { id, read: (text) => tokeniser.tokenize(text).flatMap(morphemeOf) };
};

/** The table of `knowledge/ja/ipadic.json`. */
export const readIpadicRows = async (root: string = packageRoot()): Promise<readonly IpadicRow[]> => {
  const path = 'knowledge/ja/ipadic.json';
  const table = parseJson(path, await readFile(join(root, path), 'utf8')) as {
    readonly rows: readonly IpadicRow[];
  };
  return table.rows;
};

/**
 * The tools of Japanese by the optional package.
 * @throws DemarcheError `analyser-missing` when it is not installed, `analyser-failed` when it does not start
 */
export const loadLindera = async (root: string = packageRoot()): Promise<LanguageTools> => {
  const { module, entry, version } = await loadOptional<LinderaModule>(LINDERA);
  try {
    const wasm = await readFile(join(dirname(entry), 'lindera_wasm_bg.wasm'));
    const reader = await linderaReader(module, wasm, `${LINDERA.name}@${version}`);
    return japaneseTools(reader, await readIpadicRows(root));
  } catch (cause) {
    throw new DemarcheError('analyser-failed', `${LINDERA.name} ${version} does not start`, {
      hint: `this program was tested with version ${LINDERA.version}: ${LINDERA.install}`,
      cause,
    });
  }
};
