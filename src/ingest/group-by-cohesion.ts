import { wordsOf } from '../text/words.ts';

/**
 * Groups consecutive blocks of text that speak of the same matter: the blocks of one article share its words,
 * those of two articles do not. Chooses, by dynamic programming, the cut with the greatest sum of similarities
 * above what unrelated blocks have (after Malioutov and Barzilay 2006, "Minimum Cut Model for Spoken Lecture
 * Segmentation"), each group's sum divided by the square root of its length so that long groups do not swallow short
 * ones.
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
  /** For each start the sum of similarities above the threshold of the blocks from there to the end so far. */
  const sums: number[] = [];
  for (let end = from + 1; end <= to; end++) {
    growSums(sums, similar, threshold, { from, last: end - 1 });
    const options = sums.map((sum, i) => ({
      start: from + i,
      gain: (best[i] ?? 0) + sum / Math.sqrt(Math.max(1, end - from - i - 1)),
    }));
    const winner = options.reduce((a, b) => (b.gain > a.gain ? b : a));
    best.push(winner.gain);
    back.push(winner.start);
  }
  const starts: number[] = [];
  for (let end = to; end > from; end = back[end - from] ?? from) starts.push(back[end - from] ?? from);
  return starts;
}

/** Takes one more block in at the end: it is compared with each before it. */
function growSums(
  sums: number[],
  similar: number[][],
  threshold: number,
  { from, last }: { from: number; last: number },
): void {
  sums.push(0);
  let column = 0;
  for (let a = last - 1; a >= from; a--) {
    column += (similar[a]?.[last] ?? 0) - threshold;
    sums[a - from] = (sums[a - from] ?? 0) + column;
  }
}

/** Cosines of tf-idf vectors, each block against each. */
function similarities(blocks: string[]): number[][] {
  const counts = blocks.map((block) => countWords(wordsOf(block)));
  const frequency = countWords(counts.flatMap((count) => [...count.keys()]));
  const vectors = counts.map((count) => {
    const weights = new Map(
      [...count].map(([word, n]) => [word, (1 + Math.log(n)) * Math.log(blocks.length / (frequency.get(word) ?? 1))]),
    );
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
