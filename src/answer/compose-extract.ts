import type { CitedAnswer } from '../domain/answer.ts';
import { countAsks } from './analyse-question.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { rankSentences } from './rank-sentences.ts';
import type { Retrieval } from './retrieve-passages.ts';

/** Passages whose sentences are considered. */
const PASSAGES = 8;
/** Most sentences of an answer. */
const SENTENCES = 3;
/** Below this score the reports do not speak of what is asked for. */
const LEAST_SCORE = 0.35;
/** A further sentence must come this near to the best one. */
const NEAR_BEST = 0.55;
/** What a further sentence gains by speaking of a part of the question that nothing before it spoke of. */
const NEW_TERMS = 1;

/** Answers with the reports' own sentences that fit the question best, as many as it asks for; without one, with nothing. */
export function composeExtract({ question, units, passages }: Retrieval): CitedAnswer {
  const ranked = rankSentences(question, units, passages.slice(0, PASSAGES));
  const [best, ...others] = ranked;
  if (!best || best.score < LEAST_SCORE) return { composer: 'extractive', claims: [] };
  const chosen = [best];
  const wanted = Math.min(SENTENCES, countAsks(question.text));
  while (chosen.length < wanted) {
    const next = bestAddition(chosen, others.filter((sentence) => !chosen.includes(sentence)));
    if (!next || next.score < best.score * NEAR_BEST) break;
    chosen.push(next);
  }
  return { composer: 'extractive', claims: chosen.map(({ passage, text }) => claimOf(passage.ref, text)) };
}

/** A part of a sentence that ends with a semicolon reads as a sentence without it. */
function claimOf(passage: string, text: string): CitedAnswer['claims'][number] {
  const quote = text.replace(/[；;]$/u, '');
  return { text: quote, citations: [{ passage, quote }] };
}

function bestAddition(chosen: RankedSentence[], others: RankedSentence[]): RankedSentence | undefined {
  const covered = new Set(chosen.flatMap(({ held }) => [...held.keys()]));
  const said = new Set(chosen.map(({ text }) => text));
  const gain = ({ held, score }: RankedSentence): number => {
    const fresh = [...held].reduce((sum, [label, share]) => sum + (covered.has(label) ? 0 : share), 0);
    return score + NEW_TERMS * fresh;
  };
  return others.filter(({ text }) => !said.has(text)).toSorted((a, b) => gain(b) - gain(a))[0];
}
