import { words } from './lexicon.ts';

const CAUSES = words('cause');

/** True when a text gives a cause. */
export function givesCause(text: string): boolean {
  return CAUSES.isIn(text);
}
