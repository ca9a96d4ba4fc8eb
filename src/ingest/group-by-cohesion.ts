import { wordsOf } from '../text/words.ts';

/**
 * Groups consecutive blocks of text that speak of the same matter: the blocks of one article share its words,
 * those of two articles do not. Chooses, by dynamic programming, the cut with the greatest sum of similarities
 * above what unrelated blocks have (after Malioutov and Barzilay 2006, "Minimum Cut Model for Spoken Lecture
 * Segmentation"), each group's sum divided by the square root of its length so that long groups do not swallow short ones.
 * @param blocks texts in reading order
 * @param parts for each block the number of the part it stands in; a group never crosses parts
 * @returns for each block whether a group begins with it
 */
export function groupByCohesion(blocks: string[], parts: number[]): boolean[] {
  const similar = similarities(blocks);
  const threshold = unrelatedSimilarity(similar, parts);
  const starts = blocks.map(() => false);
  for (const [from, to] of partRanges(parts)) {
    for (const start of bestCut(similar, threshold, from, to)) starts[start] = true;
  }
  return starts;
}

/** Blocks this far apart count as unrelated where no parts tell. */
const FAR_APART = 6;
/** Above the mean similarity of unrelated blocks by this share of its spread, two blocks speak of the same matter. */
const ABOVE_MEAN = 0.5;

function unrelatedSimilarity(similar: number[][], parts: number[]): number {
  const severalParts = new Set(parts).size > 1;
  const values = similar.flatMap((row, a) =>
    row.filter((_, b) => (severalParts ? parts[a] !== parts[b] : Math.abs(a - b) >= FAR_APART)),
  );
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return mean + ABOVE_MEAN * Math.sqrt(variance);
}

function partRanges(parts: number[]): [number, number][] {
  const starts = parts.flatMap((part, index) => (part === parts[index - 1] ? [] : [index]));
  return starts.map((start, index) => [start, starts[index + 1] ?? parts.length]);
}

function bestCut(similar: number[][], threshold: number, from: number, to: number): number[] {
  const best = [0];
  const back = [from];
  for (let end = from + 1; end <= to; end++) {
    const options = Array.from({ length: end - from }, (_, i) => ({
      start: from + i,
      gain: (best[i] ?? 0) + groupGain(similar, threshold, from + i, end),
    }));
    const winner = options.reduce((a, b) => (b.gain > a.gain ? b : a));
    best.push(winner.gain);
    back.push(winner.start);
  }
  const starts: number[] = [];
  for (let end = to; end > from; end = back[end - from] ?? from) starts.push(back[end - from] ?? from);
  return starts;
}

function groupGain(similar: number[][], threshold: number, from: number, to: number): number {
  let sum = 0;
  for (let a = from; a < to; a++) {
    for (let b = a + 1; b < to; b++) sum += (similar[a]?.[b] ?? 0) - threshold;
  }
  return sum / Math.sqrt(Math.max(1, to - from - 1));
}

/** Cosines of tf-idf vectors, each block against each. */
function similarities(blocks: string[]): number[][] {
  const counts = blocks.map((block) => countWords(wordsOf(block)));
  const frequency = countWords(counts.flatMap((count) => [...count.keys()]));
  const vectors = counts.map((count) => {
    const weights = new Map([...count].map(([word, n]) => [word, (1 + Math.log(n)) * Math.log(blocks.length / (frequency.get(word) ?? 1))]));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([word, weight]) => [word, weight / length]));
  });
  return vectors.map((a) => vectors.map((b) => dot(a, b)));
}

function countWords(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function dot(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
