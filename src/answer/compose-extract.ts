import type { CitedAnswer } from '../domain/answer.ts';
import { choose } from './choose-sentences.ts';
import type { RankedSentence } from './rank-sentences.ts';
import { rankSentences } from './rank-sentences.ts';
import { readSentences } from './read-sentences.ts';
import type { Retrieval } from './retrieve-passages.ts';
import { splitQuestion } from './split-question.ts';
import { trimSentence } from './trim-sentence.ts';

/** Passages whose sentences are considered: for one part of the question, and for each further one. */
const PASSAGES = 8;
const PER_PART = 3;

/** Answers with the reports' own sentences that fit each part of the question best; without any, with nothing. */
export function composeExtract({ question, units, passages }: Retrieval): CitedAnswer {
  const asks = splitQuestion(question.text, question.names);
  const sentences = readSentences(units, passages.slice(0, PASSAGES + PER_PART * (asks.length - 1)));
  const parts = asks.map((ask) => ({ ask, ranked: rankSentences(question, ask, units, sentences) }));
  const chosen = choose(parts);
  const missing = chosen.length > 0 ? [] : [...new Set(parts.flatMap(({ ranked }) => ranked[0]?.unmet ?? []))];
  return { composer: 'extractive', missing, claims: chosen.map(claimOf) };
}

function claimOf({ sentence }: RankedSentence): CitedAnswer['claims'][number] {
  const quote = trimSentence(sentence);
  return { text: quote, citations: [{ passage: sentence.passage.ref, quote }] };
}
