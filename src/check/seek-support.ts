import { z } from 'zod';
import { compareStatements } from '../compare/compare-statements.ts';
import { readGrounds } from '../compare/read-grounds.ts';
import { readText } from '../compare/read-text.ts';
import type { Passage, Quote } from '../domain/answer.ts';
import type { CheckedClaim } from '../domain/check.ts';
import { askModel } from '../model/ask-model.ts';
import type { Tasking } from '../model/attempt.ts';
import { showPassages } from '../model/show-passages.ts';
import { detectLanguage } from '../text/language.ts';
import { findQuote } from '../verify/find-quote.ts';
import { groundsOf } from '../verify/grounds-of.ts';
import type { CheckParts } from './check-claim.ts';
import { quoteOf } from './quote-of.ts';
import { decide } from './decide.ts';
import { findEvidence } from './find-evidence.ts';
import { readClaimFor } from './read-claim.ts';
import { reasonFor } from './reasons.ts';

/** Sentences that a support may rest on. */
const SENTENCES = 3;
/** Tokens of passages that a model gets with a claim: the best four or five. */
const TOKENS = 2000;

const Named = z.object({
  sentences: z.array(
    z.object({
      passage: z.string().describe('reference of the passage: P1'),
      quote: z.string().describe('copied from this passage character by character'),
    }),
  ),
});
type Named = z.infer<typeof Named>;

/**
 * Lets a model name sentences that say, together with the one that fits best, what no single one was found to say. It
 * can add to the evidence and take nothing away. Whether they prove the claim is decided in code, by the comparison of
 * the fact check. A claim that they do not prove stays as it was.
 * @throws ModelError when the model does not answer
 */
export async function seekSupport(
  claim: CheckedClaim,
  passages: readonly Passage[],
  { resources, checks }: CheckParts['comparing'],
  { model, prompts, signal }: Tasking,
): Promise<CheckedClaim> {
  const prompt = prompts.fill('find-evidence', { claim: claim.text, passages: showPassages(passages, TOKENS) });
  const named = await askModel(model, { prompt, schema: Named }, signal);
  const [best] = findEvidence(readClaimFor(claim.text, resources), passages, resources);
  const nearest = best && quoteOf(best);
  const quotes = [...(nearest ? [nearest] : []), ...quotesOf(named, passages, nearest)]
    .slice(0, SENTENCES)
    .toSorted((a, b) => a.span.start - b.span.start);
  const [first] = quotes;
  if (!first) return claim;
  const evidence = readGrounds(groundsOf(quotes, passages), resources);
  const comparison = compareStatements(readText(claim.text, resources.names), evidence, resources);
  if (decide(comparison, checks).verdict !== 'supported') return claim;
  const reason = reasonFor('supported', [], first.place, detectLanguage(claim.text));
  const { parts: _parts, unsaid: _unsaid, ...rest } = claim;
  return { ...rest, verdict: 'supported', degree: 'compared', reason, quotes };
}

/** What the model names, where it stands in its passage and is not what was found already. */
function quotesOf({ sentences }: Named, passages: readonly Passage[], nearest: Quote | undefined): Quote[] {
  return sentences.slice(0, SENTENCES).flatMap(({ passage: ref, quote }) => {
    const passage = passages.find((each) => each.ref === ref);
    const found = passage && findQuote(passage, quote);
    return found && !(nearest && overlap(found, nearest)) ? [found] : [];
  });
}

function overlap(one: Quote, other: Quote): boolean {
  return one.reportId === other.reportId && one.span.start < other.span.end && other.span.start < one.span.end;
}
