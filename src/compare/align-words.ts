import type { Embedder } from '../domain/ports.ts';
import { tagWords } from '../text/tag-words.ts';
import type { ClaimWord } from './claim-words.ts';
import type { Evidence } from './read-evidence.ts';

/** A cosine of two words from which on they may mean the same, and from which on they surely do. */
const UNRELATED = 0.25;
const ALIKE = 0.6;
/**
 * A word that stands in another sentence nearby, or somewhere in the article, is said less surely of the same thing.
 */
const BESIDE = 0.7;
const IN_ARTICLE = 0.4;
/** A sentence that refers back speaks of what stands before it. */
const REFERRED = 0.95;
const REFERS = /^(?:[“"])?(?:其|该|此|这|期内|同时|另外|it\b|its\b|they\b|the company\b)|上述|前述|其中/iu;
/** Words that share half of their characters: 招股书, 招股说明书. */
const SHARED_CHARACTERS = 0.6;

/** How much of each claim word a sentence says, 0 to 1, with its neighbours and under other words. */
export type Aligner = (words: readonly ClaimWord[], evidence: Evidence) => Promise<number[]>;

/** Makes an aligner that asks for each word's vector once. */
export function createAligner(embed: Embedder['embed']): Aligner {
  const known = new Map<string, Float32Array>();
  const learn = async (words: string[]) => {
    const unknown = [...new Set(words)].filter((word) => !known.has(word));
    const vectors = unknown.length === 0 ? [] : await embed(unknown);
    unknown.forEach((word, at) => known.set(word, vectors[at] ?? new Float32Array()));
  };
  return async (words, evidence) => {
    const besideShare = REFERS.test(evidence.sentence.text) ? REFERRED : BESIDE;
    const held = wordsOf(evidence.sentence.text);
    await learn([...held, ...words.map(({ label }) => label)]);
    return words.map(({ concept, label, isName, isExact }) => {
      // A Latin name that a dictionary takes for a word stands there as it is.
      if (/^[A-Z]/u.test(label) && evidence.sentence.text.includes(label)) return 1;
      const said = Math.max(
        evidence.inSentence[concept] ?? 0,
        besideShare * (evidence.beside[concept] ?? 0),
        IN_ARTICLE * (evidence.inArticle[concept] ?? 0),
      );
      if (isName || said >= 1 || isExact) return said;
      return Math.max(said, ...held.map((other) => likeness(label, other, known)));
    });
  };
}

function wordsOf(text: string): string[] {
  return [
    ...new Set(
      tagWords(text)
        .filter(({ text: word }) => word.length > 1 && /\p{L}/u.test(word))
        .map(({ text: word }) => word.toLowerCase()),
    ),
  ];
}

function likeness(one: string, other: string, vectors: ReadonlyMap<string, Float32Array>): number {
  const [a, b] = [vectors.get(one), vectors.get(other)];
  const cosine = a && b ? a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) : 0;
  const near = Math.min(1, Math.max(0, (cosine - UNRELATED) / (ALIKE - UNRELATED)));
  return Math.max(near, sharesCharacters(one, other) ? SHARED_CHARACTERS : 0);
}

function sharesCharacters(one: string, other: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(one) || !/^\p{Script=Han}{2,}$/u.test(other)) return false;
  const shared = [...one].filter((character) => other.includes(character)).length;
  return (
    shared >= 2 ||
    (shared === 1 &&
      one.length === 2 &&
      other.length === 2 &&
      one.charAt(1) !== other.charAt(1) &&
      one.charAt(0) === other.charAt(0))
  );
}
