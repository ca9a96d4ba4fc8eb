import { unsupportedFigures } from '../text/figures.ts';

/** The facts of a claim that none of its quotes holds: figures. */
export function unprovedFacts(claim: string, quotes: string[]): string[] {
  return unsupportedFigures(claim, quotes);
}
