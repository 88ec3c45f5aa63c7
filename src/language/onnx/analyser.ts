import type { BatchAnalyser, WordAnalysis } from '../../model/analysis.ts';
import { NO_TREE } from '../../model/analysis.ts';
import { DemarcheError } from '../../model/error.ts';
import { bestTree } from './best-tree.ts';
import type { ModelContract } from './contract.ts';
import { createEncoder, type Encoded } from './encode.ts';

/** A block of numbers with its shape. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number>;
}

/** Whoever runs the model: whole numbers in, scores out, each under its name. */
export interface ModelRunner {
  readonly run: (inputs: ReadonlyMap<string, Tensor>) => Promise<ReadonlyMap<string, Tensor>>;
}

/** The lemma of a form with its tags: a model of this kind gives none. */
export type LemmaOf = (form: string, upos: string, xpos: string | null) => string;

const inputsOf = ({ inputs }: ModelContract, { ids, starts }: Encoded): ReadonlyMap<string, Tensor> => {
  const dims = [1, ids.length];
  const all = new Map<string, Tensor>([[inputs.ids, { dims, data: ids }]]);
  if (inputs.mask !== null) all.set(inputs.mask, { dims, data: ids.map(() => 1) });
  if (inputs.types !== null) all.set(inputs.types, { dims, data: ids.map(() => 0) });
  if (inputs.words !== null) all.set(inputs.words, { dims: [1, starts.length], data: starts });
  return all;
};

/** Which row of the outputs is a word's. */
type RowOf = (word: number) => number;

const misshapen = (name: string, dims: readonly number[], expected: string): DemarcheError =>
  new DemarcheError(
    'analyser-failed',
    `the model's output ${name} has the shape [${dims.join(', ')}], not ${expected}`,
    {
      hint: 'the description beside the model must say what it gives: docs/guide/language.md',
    },
  );

/** An output whose first dimensions are as they must be; the last is as large as it needs at least. */
const outputOf = (outputs: ReadonlyMap<string, Tensor>, name: string, shape: readonly number[]): Tensor => {
  const found = outputs.get(name);
  const expected = `[1, ${shape.join(', ')}]`;
  if (found === undefined) throw misshapen(name, [], expected);
  const { dims, data } = found;
  const size = dims.reduce((product, one) => product * one, 1);
  if (
    dims.length !== shape.length + 1 ||
    dims[0] !== 1 ||
    data.length < size ||
    shape.some((one, i) => dims[i + 1] !== one)
  )
    throw misshapen(name, dims, expected);
  return found;
};

/** The position of the largest of `count` numbers from `from`; the first of equal ones, and of none that is a number. */
const largest = ({ data }: Tensor, from: number, count: number): number => {
  let best = 0;
  for (let i = 1; i < count; i++)
    if (Number(data[from + i]) > Number(data[from + best]) || Number.isNaN(Number(data[from + best])))
      best = i;
  return best;
};

interface Decoder {
  readonly contract: ModelContract;
  readonly outputs: ReadonlyMap<string, Tensor>;
  readonly rows: number;
  readonly rowOf: RowOf;
  readonly count: number;
}

const tagsOf = (
  { outputs, rows, rowOf, count }: Decoder,
  name: string | null,
  labels: readonly string[],
): readonly (string | null)[] => {
  if (name === null) return Array.from({ length: count }, () => null);
  const scores = outputOf(outputs, name, [rows, labels.length]);
  return Array.from({ length: count }, (_, word) => {
    const label = labels[largest(scores, rowOf(word) * labels.length, labels.length)];
    return label === undefined || label === '_' ? null : label;
  });
};

interface Arc {
  readonly head: number;
  readonly deprel: string;
}

const arcsOf = (decoder: Decoder): readonly Arc[] => {
  const { contract, outputs, rows, rowOf, count } = decoder;
  const { heads: headName, deprels: labelName } = contract.outputs;
  const { deprels } = contract.labels;
  if (headName === null || labelName === null)
    return Array.from({ length: count }, () => ({ head: NO_TREE, deprel: '_' }));
  const columns = rows + 1;
  const arcs = outputOf(outputs, headName, [rows, columns]);
  const isByHead = (outputs.get(labelName)?.dims.length ?? 0) === 4;
  const labels = outputOf(
    outputs,
    labelName,
    isByHead ? [rows, columns, deprels.length] : [rows, deprels.length],
  );
  const columnOf = (head: number): number => (head < 0 ? 0 : rowOf(head) + 1);
  const heads = bestTree(count, (dependent, head) =>
    Number(arcs.data[rowOf(dependent - 1) * columns + columnOf(head - 1)]),
  );
  return heads.map((head, word) => {
    const row = isByHead ? rowOf(word) * columns + columnOf(head) : rowOf(word);
    const deprel = deprels[largest(labels, row * deprels.length, deprels.length)] ?? 'dep';
    return { head, deprel: head < 0 ? 'root' : deprel === 'root' ? 'dep' : deprel };
  });
};

const decode = (decoder: Decoder, forms: readonly string[], lemmaOf: LemmaOf): readonly WordAnalysis[] => {
  const { outputs, labels } = decoder.contract;
  const upos = tagsOf(decoder, outputs.upos, labels.upos);
  const xpos = tagsOf(decoder, outputs.xpos, labels.xpos);
  const feats = tagsOf(decoder, outputs.feats, labels.feats);
  const arcs = arcsOf(decoder);
  return forms.map((form, i) => {
    const tag = upos[i] ?? 'X';
    return {
      lemma: lemmaOf(form, tag, xpos[i] ?? null),
      upos: tag,
      xpos: xpos[i] ?? null,
      feats: feats[i] ?? null,
      ...(arcs[i] ?? { head: NO_TREE, deprel: '_' }),
    };
  });
};

/**
 * An analyser by a model that somebody else runs: words to pieces, the model's scores to tags and one tree. Sentences of more
 * pieces than the model takes are not analysed. Runs one sentence after the other.
 */
export const modelAnalyser = (
  contract: ModelContract,
  runner: ModelRunner,
  lemmaOf: LemmaOf,
): BatchAnalyser => {
  const encode = createEncoder(contract.vocabulary);
  const analyse = async (forms: readonly string[]): Promise<readonly WordAnalysis[] | null> => {
    if (forms.length === 0) return [];
    const encoded = encode(forms);
    if (encoded.ids.length > contract.maxPieces) return null;
    const outputs = await runner.run(inputsOf(contract, encoded));
    const byWord = contract.inputs.words !== null;
    const decoder: Decoder = {
      contract,
      outputs,
      count: forms.length,
      rows: byWord ? forms.length : encoded.ids.length,
      rowOf: byWord ? (word) => word : (word) => encoded.starts[word] ?? 0,
    };
    return decode(decoder, forms, lemmaOf);
  };
  return {
    id: contract.id,
    analyseAll: async (sentences) => {
      const found: (readonly WordAnalysis[] | null)[] = [];
      for (const forms of sentences) found.push(await analyse(forms));
      return found;
    },
  };
};
