import { access, readFile } from 'node:fs/promises';
import {
  type LemmaOf,
  type ModelRunner,
  modelAnalyser,
  readContract,
  type Tensor,
} from '../../language/index.ts';
import type { BatchAnalyser } from '../../model/analysis.ts';
import { DemarcheError } from '../../model/error.ts';
import { isParsedLanguage, loadLanguage } from '../language.ts';
import { loadOptional, type OptionalPackage } from './optional-package.ts';

/** What runs models in ONNX: 291 MB, and its install script downloads more unless told to skip it. */
export const ONNX_RUNTIME: OptionalPackage = {
  name: 'onnxruntime-node',
  version: '1.30.0',
  install: 'ONNXRUNTIME_NODE_INSTALL=skip npm i onnxruntime-node@1.30.0',
  gives: 'models in ONNX',
};

/** As much of the package as is used; its own types are not there when it is not installed. */
export interface OnnxModule {
  readonly InferenceSession: {
    readonly create: (path: string) => Promise<{
      readonly inputNames: readonly string[];
      readonly outputNames: readonly string[];
      readonly run: (
        feeds: Readonly<Record<string, unknown>>,
      ) => Promise<Readonly<Record<string, OnnxTensor>>>;
    }>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: unknown;
}

const numbersOf = (data: unknown): ArrayLike<number> => {
  if (data instanceof BigInt64Array) return Array.from(data, Number);
  return ArrayBuffer.isView(data) ? (data as unknown as ArrayLike<number>) : [];
};

/**
 * Opens a model with the run-time given.
 * @throws DemarcheError `analyser-failed` when the run-time cannot read the file, or it lacks an input or output that it is said to have
 */
export const openModel = async (
  { InferenceSession, Tensor: Values }: OnnxModule,
  path: string,
  wanted: { readonly inputs: readonly string[]; readonly outputs: readonly string[] },
): Promise<ModelRunner> => {
  const failed = (what: string, cause?: unknown): DemarcheError =>
    new DemarcheError('analyser-failed', `${path} ${what}`, {
      hint: 'the file must be a model in ONNX, and the description beside it say what it takes and gives',
      cause,
    });
  const session = await InferenceSession.create(path).catch((cause: unknown) => {
    throw failed('cannot be opened as a model in ONNX', cause);
  });
  const missing = [
    ...wanted.inputs.filter((name) => !session.inputNames.includes(name)),
    ...wanted.outputs.filter((name) => !session.outputNames.includes(name)),
  ];
  if (missing.length > 0)
    throw failed(
      `has no ${missing.join(', ')}: it takes ${session.inputNames.join(', ')} and gives ${session.outputNames.join(', ')}`,
    );
  return {
    run: async (inputs) => {
      const feeds: Record<string, unknown> = {};
      for (const [name, { dims, data }] of inputs)
        feeds[name] = new Values('int64', BigInt64Array.from(Array.from(data), BigInt), dims);
      const results = await session.run(feeds).catch((cause: unknown) => {
        throw failed('does not run', cause);
      });
      return new Map(
        Object.entries(results).map(([name, { dims, data }]): [string, Tensor] => [
          name,
          { dims: dims.map(Number), data: numbersOf(data) },
        ]),
      );
    },
  };
};

const sideFile = (path: string): string => `${path.replace(/\.onnx$/i, '')}.json`;

const readJson = async (path: string, model: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const isBroken = cause instanceof SyntaxError;
    throw new DemarcheError(
      isBroken ? 'unsupported-format' : 'not-found',
      isBroken ? `${path} is not JSON` : `cannot read ${path}, the description of ${model}`,
      { hint: 'docs/guide/language.md says what stands in the file beside a model', cause },
    );
  }
};

const isNamed = (name: string | null): name is string => name !== null;

/** Lemmas by the weights that ship, where the language has some; else the form itself. */
const lemmasOf = async (language: string): Promise<LemmaOf> =>
  (isParsedLanguage(language) ? (await loadLanguage(language)).lemmaOf : undefined) ?? ((form) => form);

/**
 * Loads a model of the user's by the optional run-time, which is looked for first by name.
 * @throws DemarcheError `not-found`, `unsupported-format`, `usage`, `analyser-missing`, `analyser-failed`
 */
export const loadOnnx = async (path: string, language: string): Promise<BatchAnalyser> => {
  await access(path).catch((cause: unknown) => {
    throw new DemarcheError('not-found', `cannot read ${path}`, {
      hint: 'check the path after --onnx',
      cause,
    });
  });
  const contract = readContract(await readJson(sideFile(path), path));
  if (contract.languages.length > 0 && !contract.languages.includes(language))
    throw new DemarcheError(
      'usage',
      `the model ${contract.id} is one of ${contract.languages.join(', ')}, not ${language}`,
      {
        hint: `give --language ${contract.languages[0]}, or another model`,
      },
    );
  const { module } = await loadOptional<OnnxModule & { readonly default?: OnnxModule }>(ONNX_RUNTIME);
  const runner = await openModel(module.default ?? module, path, {
    inputs: Object.values(contract.inputs).filter(isNamed),
    outputs: Object.values(contract.outputs).filter(isNamed),
  });
  return modelAnalyser(contract, runner, await lemmasOf(language));
};
