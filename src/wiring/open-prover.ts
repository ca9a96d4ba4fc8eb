import type { Prove } from '../compare/prove.ts';
import { createFigureCheck, createProver } from '../compare/prove.ts';
import { ComparisonWeights } from '../compare/proof-score.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import { createLikeness } from '../dictionary/likeness.ts';
import { createNameReader } from '../dictionary/read-names.ts';
import { WEIGHTS_FOLDER } from '../config.ts';
import { readWeights } from './open-weights.ts';

/** What proves sentences and places figures, with the dictionary and the fitted weights. */
export function openProver(glosses: Glosses): { prove: Prove; misplaced: Prove } {
  const resources = { likeness: createLikeness(glosses), names: createNameReader(glosses) };
  return {
    prove: createProver(resources, readWeights(WEIGHTS_FOLDER, 'comparison', ComparisonWeights)),
    misplaced: createFigureCheck(resources),
  };
}
