import { z } from 'zod';
import type { Claim, Passage, Quote } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import { PORTIONS } from '../domain/limits.ts';
import { fold } from '../text/fold-text.ts';
import { splitSentences } from '../text/sentences.ts';
import { holdersOf } from '../verify/grounds-of.ts';
import { askModel } from './ask-model.ts';
import type { Tasking } from './attempt.ts';
import type { CheckContext, ModelClaimCheck } from './check-model-claim.ts';
import { checkModelClaim, quotesGiven } from './check-model-claim.ts';
import { LANGUAGE_NAMES, asLabel } from './show-passages.ts';
import type { Language } from '../domain/report.ts';

const Judgement = z.object({
  number: z.int(),
  proved: z.boolean(),
  unproved: z.array(z.string()).nullish().describe('words of the claim that its quotes do not prove'),
  instead: z.string().nullish().describe('when it is not proved: the nearest sentence that the same quotes do prove'),
});
export type Judgement = z.infer<typeof Judgement>;
const Judgements = z.object({ claims: z.array(Judgement) });

/** A sentence with the quotes that are to prove it. */
export type Judged = Pick<Claim, 'text' | 'quotes'>;

/** Characters of the sentence before a quote. */
const BEFORE = 300;

/**
 * Has a model judge, in one call that sees no passages, whether quotes prove sentences. It sees with each quote the
 * report, its date, the headings above it and the sentence before it.
 * @returns by the place of the sentence; one that the model does not name is missing
 * @throws ModelError when the model does not answer
 */
export async function askJudge(
  sentences: readonly Judged[],
  passages: readonly Passage[],
  language: Language,
  { judge, prompts, signal }: Pick<Tasking, 'judge' | 'prompts' | 'signal'>,
): Promise<Map<number, Judgement>> {
  if (!judge || sentences.length === 0) return new Map();
  const claims = sentences
    .map(({ text, quotes }, at) =>
      [`${at + 1}. ${text}`, ...quotes.flatMap((quote) => quoteLines(quote, passages))].join('\n'),
    )
    .join('\n');
  const prompt = prompts.fill('check-claim', { claims, language: LANGUAGE_NAMES[language] });
  const { claims: judged } = await askModel(judge, { prompt, schema: Judgements }, signal);
  return new Map(judged.slice(0, PORTIONS.modelClaims).map((one) => [one.number - 1, one]));
}

function quoteLines(quote: Quote, passages: readonly Passage[]): string[] {
  const [holder] = holdersOf(quote, passages);
  const published = holder?.report.publishedOn;
  const where = [quote.reportTitle, ...(published === undefined ? [] : [published]), ...quote.path].join(' › ');
  const start = holder ? quote.span.start - holder.chunk.span.start : 0;
  const before = holder && splitSentences(holder.chunk.text.slice(0, start)).at(-1)?.text;
  return [
    `   quote: ${quote.text}`,
    `   from: ${asLabel(where)}`,
    ...(before === undefined ? [] : [`   before it: ${asLabel(before.slice(-BEFORE))}`]),
  ];
}

/**
 * What becomes of a model's sentences when a model judges them: one that it finds proved is shown, unless code knows
 * better; of another, the sentence that the quotes do prove, when the model gives it and code has nothing against it;
 * else the quotes. What needs no judgement is not asked about, and without a judge the program's word stands.
 */
export async function judgeClaims(
  checks: readonly ModelClaimCheck[],
  context: CheckContext,
  tasking: Tasking,
): Promise<ModelClaimCheck[]> {
  const asked = checks.flatMap((check, at) => {
    const quotes = needsJudgement(check) ? quotesOf(check, context) : [];
    return quotes.length > 0 ? [{ at, check, judged: { text: check.draft.text, quotes } }] : [];
  });
  const judgements = await judgementsOf(
    asked.map(({ judged }) => judged),
    context,
    tasking,
  );
  if (!judgements) {
    for (const { check } of asked) if (tasking.judge && check.kind === 'proved') tasking.onClaim?.(check.claim);
    return [...checks];
  }
  const results = [...checks];
  for (const [number, { at, check }] of asked.entries()) {
    const result = settle(check, judgements.get(number), context);
    results[at] = result;
    if (result.kind === 'proved') tasking.onClaim?.(result.claim);
  }
  return results;
}

/** Undefined where nobody judged: then what the program found stands. */
async function judgementsOf(
  sentences: readonly Judged[],
  { passages, language }: CheckContext,
  tasking: Tasking,
): Promise<Map<number, Judgement> | undefined> {
  if (!tasking.judge) return undefined;
  try {
    return await askJudge(sentences, passages, language, tasking);
  } catch (error) {
    if (error instanceof ModelError) return undefined;
    throw error;
  }
}

/** A sentence that the report itself says, or that follows from its figures, needs nobody's judgement. */
export function needsJudgement(check: ModelClaimCheck): boolean {
  return check.kind === 'failed' || check.claim.degree === 'compared';
}

function quotesOf(check: ModelClaimCheck, { passages }: CheckContext): Quote[] {
  return check.kind === 'proved' ? check.claim.quotes : quotesGiven(check.draft, passages).map(({ quote }) => quote);
}

function settle(check: ModelClaimCheck, judgement: Judgement | undefined, context: CheckContext): ModelClaimCheck {
  const { draft } = check;
  if (judgement?.proved === true && (check.kind === 'proved' || !check.isSettled)) {
    const judged = check.kind === 'proved' ? check : checkModelClaim({ ...draft, as: 'judged' }, context);
    if (judged.kind === 'proved') return judged;
  }
  const instead = judgement?.instead ?? '';
  if (instead !== '' && fold(instead) !== fold(draft.text)) {
    const other = checkModelClaim({ ...draft, text: instead, as: 'judged' }, context);
    if (other.kind === 'proved') return other;
  }
  if (check.kind === 'failed') return check;
  const words = judgement?.unproved?.join(', ') ?? '';
  return {
    kind: 'failed',
    draft,
    isSettled: true,
    withheld: {
      text: draft.text,
      reason: `the model that judges does not find it in the quotes${words === '' ? '' : `: ${words}`}`,
    },
  };
}
