import type { SoundTable } from './transliteration.ts';

/** A stretch of Chinese that sounds like a Latin name. */
export interface SoundMatch {
  text: string;
  /** Mean log probability of a letter, 0 is best. */
  score: number;
}

const UNSEEN = Math.log(1e-4);
/** A letter that no character stands for. */
const SKIPPED = -3.5;
const LETTERS = 5;

/**
 * The stretch of a run of characters that sounds most like a name.
 * @param name lower-case Latin letters
 * @param run Chinese characters; the name may be any stretch of them
 */
export function matchSounds(name: string, run: string, { syllableOf, spellings }: SoundTable): SoundMatch | undefined {
  const characters = [...run];
  const m = name.length;
  // best[j]: log probability of the first j letters, ending after the current character; from[j]: where the stretch
  // begins.
  let best = new Float64Array(m + 1).fill(-Infinity);
  let from = new Int32Array(m + 1);
  let match: SoundMatch | undefined;
  characters.forEach((character, at) => {
    const letters = spellings.get(syllableOf.get(character) ?? '');
    const next = new Float64Array(m + 1).fill(-Infinity);
    const nextFrom = new Int32Array(m + 1);
    for (let j = 0; j <= m; j++) {
      const before = j === 0 ? 0 : (best[j] ?? -Infinity);
      if (before === -Infinity) continue;
      for (let k = j === 0 ? 1 : 0; k <= LETTERS && j + k <= m; k++) {
        const chance = letters?.get(name.slice(j, j + k));
        if (chance === undefined && k !== 1) continue;
        const score = before + (chance === undefined ? UNSEEN : Math.log(chance));
        if (score <= (next[j + k] ?? -Infinity)) continue;
        next[j + k] = score;
        nextFrom[j + k] = j === 0 ? at : (from[j] ?? 0);
      }
    }
    for (let j = 1; j < m; j++) {
      if ((next[j] ?? -Infinity) + SKIPPED <= (next[j + 1] ?? -Infinity)) continue;
      next[j + 1] = (next[j] ?? -Infinity) + SKIPPED;
      nextFrom[j + 1] = nextFrom[j] ?? 0;
    }
    [best, from] = [next, nextFrom];
    const score = (best[m] ?? -Infinity) / m;
    if (score > (match?.score ?? -Infinity)) match = { text: characters.slice(from[m] ?? 0, at + 1).join(''), score };
  });
  return match;
}
