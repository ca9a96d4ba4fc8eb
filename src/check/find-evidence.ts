import type { Embedder } from '../domain/ports.ts';
import type { Language, Report } from '../domain/report.ts';
import { createUnitFinder } from '../dictionary/find-units.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Aligner } from '../compare/align-words.ts';
import { createAligner } from '../compare/align-words.ts';
import type { ReadClaim } from '../compare/read-claim.ts';
import { readClaim } from '../compare/read-claim.ts';
import type { Evidence } from '../compare/read-evidence.ts';
import { readEvidence } from '../compare/read-evidence.ts';
import type { Weighed } from '../compare/weigh-evidence.ts';
import { weighEvidence } from '../compare/weigh-evidence.ts';

/** Sentences that are compared in every fact; the others say too little of the claim. */
const COMPARED = 10;
/** What a figure that agrees and a word that stands beside count in the choice of these, against the share of words. */
const FIGURE = 0.1;
const BESIDE = 0.4;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/**
 * The sentences of the passages that say most of a claim, the one that fits best first; none when nothing was
 * retrieved.
 */
export async function findEvidence(retrieval: Retrieval, embed: Embedder['embed']): Promise<Weighed[]> {
  const align = createAligner(embed);
  const found = await Promise.all(LANGUAGES.map((language) => findIn(language, retrieval, embed, align)));
  return found.flat().toSorted((a, b) => b.fit - a.fit);
}

/** A claim beside all sentences of the passages in one language. */
export interface Comparison {
  sentences: Evidence[];
  /** Compares the claim with one of the sentences, or with several that were joined, in every fact. */
  weigh(evidence: Evidence): Promise<Weighed>;
}

/** Opens a comparison in each language. */
export function openComparisons(retrieval: Retrieval, embed: Embedder['embed']): Comparison[] {
  const align = createAligner(embed);
  return LANGUAGES.map((language) => {
    const { claim, find, sentences } = readIn(language, retrieval);
    return {
      sentences,
      async weigh(evidence) {
        const [one] = await withNearness(retrieval.question.content, [evidence], embed);
        return weighEvidence(claim, evidence, one?.nearness ?? 0, { find, align });
      },
    };
  });
}

function readIn(language: Language, retrieval: Retrieval) {
  const passages = retrieval.passages.filter(({ report }) => report.language === language);
  const concepts = retrieval.asked.concepts[language];
  const find = createUnitFinder(concepts);
  const claim = readClaim(retrieval, language, yearOf(passages[0]?.report));
  return { claim, find, sentences: readEvidence(passages, find, concepts) };
}

async function findIn(
  language: Language,
  retrieval: Retrieval,
  embed: Embedder['embed'],
  align: Aligner,
): Promise<Weighed[]> {
  const { claim, find, sentences: all } = readIn(language, retrieval);
  const sentences = await withNearness(retrieval.question.content, all, embed);
  const likely = sentences
    .map((one) => ({ ...one, score: one.nearness + roughShare(claim, one.evidence) }))
    .toSorted((a, b) => b.score - a.score);
  return Promise.all(
    likely
      .slice(0, COMPARED)
      .map(({ evidence, nearness }) => weighEvidence(claim, evidence, nearness, { find, align })),
  );
}

function yearOf(report: Report | undefined): number | undefined {
  return report?.publishedOn === undefined ? undefined : Number(report.publishedOn.slice(0, 4));
}

async function withNearness(
  claim: string,
  sentences: Evidence[],
  embed: Embedder['embed'],
): Promise<{ evidence: Evidence; nearness: number }[]> {
  if (sentences.length === 0) return [];
  const [asked = new Float32Array(), ...vectors] = await embed([
    claim,
    ...sentences.map(({ sentence }) => sentence.text),
  ]);
  return sentences.map((evidence, at) => ({
    evidence,
    nearness: asked.reduce((sum, value, index) => sum + value * (vectors[at]?.[index] ?? 0), 0),
  }));
}

function roughShare({ words, figures }: ReadClaim, { inSentence, beside, sentence }: Evidence): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const share =
    words.reduce(
      (sum, { weight, concept }) => sum + weight * Math.max(inSentence[concept] ?? 0, BESIDE * (beside[concept] ?? 0)),
      0,
    ) / total;
  const held = figures.length === 0 ? [] : findQuantities(sentence.text);
  const agreeing = figures.filter((figure) =>
    held.some((other) => ['same', 'compatible'].includes(compareQuantities(figure, other))),
  );
  return share + FIGURE * agreeing.length;
}
