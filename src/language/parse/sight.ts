import type { FeatureRows } from '../words/feature-rows.ts';
import { fillLabelAtoms, LABEL_FEATURES } from './label-atoms.ts';
import { fillMoveAtoms, MOVE_FEATURES } from './move-atoms.ts';
import {
  fillRichLabelAtoms,
  fillRichMoveAtoms,
  RICH_LABEL_FEATURES,
  RICH_MOVE_FEATURES,
} from './rich-atoms.ts';
import type { ParseState } from './state.ts';

/** What a parser looks at: templates, and the functions that fill their atoms. */
export interface Sight {
  readonly moves: {
    readonly features: FeatureRows;
    readonly fill: (state: ParseState, atoms: Int32Array) => void;
  };
  readonly labels: {
    readonly features: FeatureRows;
    readonly fill: (state: ParseState, head: number, word: number, atoms: Int32Array) => void;
  };
}

const PLAIN: Sight = {
  moves: { features: MOVE_FEATURES, fill: fillMoveAtoms },
  labels: { features: LABEL_FEATURES, fill: fillLabelAtoms },
};

const RICH: Sight = {
  moves: { features: RICH_MOVE_FEATURES, fill: fillRichMoveAtoms },
  labels: { features: RICH_LABEL_FEATURES, fill: fillRichLabelAtoms },
};

/** What the parser of a language looks at, by what its fine tags are: features are looked at one by one. */
export const sightOf = (fineAre: 'xpos' | 'feats'): Sight => (fineAre === 'xpos' ? PLAIN : RICH);
