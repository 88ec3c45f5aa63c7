import type { Provenance } from '../../src/language/weights/container.ts';

/** The largest weight that is kept apart from larger ones. */
const CLIP = 4;

/** One byte for each weight. */
const packed = (weights: Float64Array): Uint8Array =>
  Uint8Array.from(
    weights,
    (weight) => Math.round((Math.max(-CLIP, Math.min(CLIP, weight)) * 127) / CLIP) & 255,
  );

/** The file that the finder reads its weights from. */
export const moduleOf = (weights: Float64Array, provenance: Provenance): string => `/**
 * What the finder of the subject of a verb of speech has learnt: ${weights.length} weights of one byte, in base64. Written by
 * training/speech-subjects.ts; not to be edited.
 *
 * Learnt from:
${provenance.sources.map((source) => ` * - ${source}`).join('\n')}
 *
 * Attribution: ${provenance.attribution}.
 * Licence of these numbers: ${provenance.licence}.
 */
export const WEIGHTS: string =
  '${Buffer.from(packed(weights)).toString('base64')}';
`;
