import type { Comparison } from './comparison.ts';

/** What a comparison says in numbers, by name: the weights in `weights/comparison.json` stand for these. */
export type ProofFeatures = Record<(typeof PROOF_FEATURES)[number], number>;

/** In the order in which they are fitted. Faults settle a claim by themselves (`findFaults`) and are none of them. */
export const PROOF_FEATURES = [
  'said',
  'across',
  'saidAcross',
  'mostLacking',
  'lacking',
  'reckoned',
  'turned',
  'elsewhere',
  'otherThing',
  'cause',
  'noFigure',
] as const;

/** A word of which so little is said is not said. */
const LACKING = 0.45;

/** The numbers of a comparison. */
export function proofFeatures({ words, figures, turned, isCauseAdded, isAcross }: Comparison): ProofFeatures {
  const total = words.reduce((sum, { word }) => sum + word.weight, 0);
  const said = total === 0 ? 1 : words.reduce((sum, { word, share }) => sum + word.weight * share, 0) / total;
  const bindings = figures.flatMap((figure) => (figure.outcome === 'held' ? [figure.binding] : []));
  return {
    said,
    across: isAcross ? 1 : 0,
    saidAcross: isAcross ? said : 0,
    lacking: words.length === 0 ? 0 : words.filter(({ share }) => share < LACKING).length / words.length,
    mostLacking: Math.max(0, ...words.map(({ word, share }) => word.weight * (1 - share))),
    reckoned: figures.some(({ outcome }) => outcome === 'reckoned') ? 1 : 0,
    turned: Math.min(1, turned.length),
    elsewhere: Math.max(0, ...bindings.map(({ elsewhere }) => elsewhere)),
    otherThing: bindings.some(({ isOfAnotherThing }) => isOfAnotherThing) ? 1 : 0,
    cause: isCauseAdded ? 1 : 0,
    noFigure: figures.length === 0 ? 1 : 0,
  };
}
