import { rowsOfClass } from '../lexicon/lexicon.ts';

/** Characters with which foreign names are written in Chinese; a closed class. */
let characters: ReadonlySet<string> | undefined;
/** A capitalised word that does not begin a sentence, or any with four letters and more. */
const LATIN_NAME = /\b\p{Lu}[\p{L}'’]{3,}/gu;
/** Letters that one character stands for, at most. */
const LETTERS = 5;
const ROUNDS = 6;
/** Chance of what was never seen. */
const UNSEEN = 1e-6;
const KEPT = 1e-3;

/** A foreign name in both scripts, as a dictionary has it. */
export interface NamePair {
  /** The sound of each Chinese character, without its tone. */
  syllables: string[];
  /** Lower-case Latin letters. */
  name: string;
}

/** What each character sounds like, and how each sound is spelled. */
export interface SoundTable {
  syllableOf: Map<string, string>;
  /** P(letters | syllable). */
  spellings: Map<string, Map<string, number>>;
  /** How any character is read, most often first. */
  readings: Map<string, string[]>;
}

/** True when a word may be a foreign name written in Chinese. */
export function isTransliterated(word: string): boolean {
  return word.length >= 2 && [...word].every(isForeign);
}

/** The stretches of a Chinese text that are written with the characters of foreign names only. */
export function transliteratedRuns(text: string): string[] {
  const runs: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isForeign(text.charAt(at))) continue;
    if (at - start >= 2) runs.push(text.slice(start, at));
    start = at + 1;
  }
  return runs;
}

function isForeign(character: string): boolean {
  characters ??= new Set(rowsOfClass('transliteration').map(({ form }) => form));
  return characters.has(character);
}

/**
 * The stretches of a Chinese text that may hold a foreign name, and the capitalised words of a Latin one, none twice.
 */
export function nameRuns(text: string): string[] {
  return [...new Set([...transliteratedRuns(text), ...(text.match(LATIN_NAME) ?? []).map(lettersOf)])].filter(
    (run) => run.length <= 40,
  );
}

/** Lower case without marks: `Temüjin` is temujin. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\p{Script=Latin}]/gu, '')
    .toLowerCase();
}

/**
 * Learns how sounds are spelled from pairs of names: expectation and maximisation over all ways to cut a name's letters
 * into as many pieces as it has characters (Knight and Graehl 1998).
 */
export function learnSpellings(pairs: NamePair[]): SoundTable['spellings'] {
  let spellings = new Map<string, Map<string, number>>();
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<string, Map<string, number>>();
    for (const pair of pairs) countCuts(pair, spellings, counts);
    spellings = new Map([...counts].map(([syllable, letters]) => [syllable, shares(letters)]));
  }
  return spellings;
}

/** Shares of the counts; a long spelling seen once or twice is a name that goes its own way. */
function shares(all: Map<string, number>): Map<string, number> {
  const counts = new Map([...all].filter(([letters, count]) => letters.length < 4 || count >= 2));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map(
    [...counts].map(([letters, count]) => [letters, count / total] as const).filter(([, share]) => share >= KEPT),
  );
}

/** Adds the expected count of each spelling of each syllable in one pair. */
function countCuts(
  { syllables, name }: NamePair,
  spellings: SoundTable['spellings'],
  counts: Map<string, Map<string, number>>,
): void {
  const chance = (at: number, letters: string) =>
    spellings.get(syllables[at] ?? '')?.get(letters) ?? (spellings.size === 0 ? 0.1 ** letters.length : UNSEEN);
  const n = syllables.length;
  const m = name.length;
  const forward = grid(n, m);
  const backward = grid(n, m);
  cell(forward, 0)[0] = 1;
  cell(backward, n)[m] = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= m; j++)
      for (let k = 0; k <= LETTERS && j + k <= m; k++) {
        const row = cell(forward, i + 1);
        row[j + k] = (row[j + k] ?? 0) + (cell(forward, i)[j] ?? 0) * chance(i, name.slice(j, j + k));
      }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j <= m; j++)
      for (let k = 0; k <= LETTERS && j + k <= m; k++) {
        const row = cell(backward, i);
        row[j] = (row[j] ?? 0) + chance(i, name.slice(j, j + k)) * (cell(backward, i + 1)[j + k] ?? 0);
      }
  }
  const total = cell(forward, n)[m] ?? 0;
  if (total === 0) return;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= m; j++)
      for (let k = 0; k <= LETTERS && j + k <= m; k++) {
        const letters = name.slice(j, j + k);
        const expected =
          ((cell(forward, i)[j] ?? 0) * chance(i, letters) * (cell(backward, i + 1)[j + k] ?? 0)) / total;
        if (expected > 1e-4) addCount(counts, syllables[i] ?? '', letters, expected);
      }
  }
}

function grid(n: number, m: number): Float64Array[] {
  return Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
}

function cell(rows: Float64Array[], at: number): Float64Array {
  return rows[at] ?? new Float64Array();
}

function addCount(counts: Map<string, Map<string, number>>, syllable: string, letters: string, count: number): void {
  const known = counts.get(syllable) ?? new Map<string, number>();
  known.set(letters, (known.get(letters) ?? 0) + count);
  counts.set(syllable, known);
}
