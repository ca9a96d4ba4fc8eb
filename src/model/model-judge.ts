import { z } from 'zod';
import type { Passage, Quote } from '../domain/answer.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { LanguageModel } from '../domain/ports.ts';
import type { Prompts } from '../domain/prompts.ts';
import { askModel } from './ask-model.ts';
import type { Judge } from './judge.ts';
import { aroundQuote } from './judge.ts';
import { LANGUAGE_NAMES, asLabel } from './show-passages.ts';

const Judged = z.object({
  number: z.int(),
  proved: z.boolean(),
  unproved: z.array(z.string()).nullish().describe('words of the claim that its quotes do not prove'),
  instead: z.string().nullish().describe('when it is not proved: the nearest sentence that the same quotes do prove'),
});
const Judgements = z.object({ claims: z.array(Judged) });

/**
 * A language model that judges, in one call that sees no passages. It sees with each quote the report, its date, the
 * headings above it and the sentence before it.
 */
export function modelJudge(model: LanguageModel, prompts: Prompts, signal: AbortSignal): Judge {
  return async (sentences, passages, language) => {
    if (sentences.length === 0) return new Map();
    const claims = sentences
      .map(({ text, quotes }, at) =>
        [`${at + 1}. ${text}`, ...quotes.flatMap((quote) => quoteLines(quote, passages))].join('\n'),
      )
      .join('\n');
    const prompt = prompts.fill('check-claim', { claims, language: LANGUAGE_NAMES[language] });
    const { claims: judged } = await askModel(model, { prompt, schema: Judgements }, signal);
    return new Map(judged.slice(0, PORTIONS.modelClaims).map(({ number, ...found }) => [number - 1, found]));
  };
}

function quoteLines(quote: Quote, passages: readonly Passage[]): string[] {
  const { where, before } = aroundQuote(quote, passages);
  return [
    `   quote: ${quote.text}`,
    `   from: ${asLabel(where)}`,
    ...(before === undefined ? [] : [`   before it: ${asLabel(before)}`]),
  ];
}
