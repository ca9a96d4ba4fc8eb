import type { Passage, Quote } from '../domain/answer.ts';
import type { GroundingModel } from '../domain/ports.ts';
import type { Judge, Judged } from './judge.ts';
import { aroundQuote } from './judge.ts';

/** From this probability on a sentence is proved: what these models are trained to say. */
const PROVED = 0.5;

/** A grounding model that judges: it reads each sentence with its quotes and what stands around them. */
export function groundingJudge({ probabilities }: GroundingModel): Judge {
  return async (sentences, passages) => {
    const pairs = sentences.map(({ text, quotes }) => ({ grounds: groundsText({ quotes }, passages), claim: text }));
    const found = pairs.length === 0 ? [] : await probabilities(pairs);
    return new Map(found.map((probability, at) => [at, { proved: probability >= PROVED }]));
  };
}

function groundsText({ quotes }: Pick<Judged, 'quotes'>, passages: readonly Passage[]): string {
  return quotes.map((quote) => withAround(quote, passages)).join('\n');
}

function withAround(quote: Quote, passages: readonly Passage[]): string {
  const { where, before = '' } = aroundQuote(quote, passages);
  return [where, before, quote.text].filter((part) => part !== '').join('\n');
}
