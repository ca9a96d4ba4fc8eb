import { z } from 'zod';
import type { Quote } from '../domain/answer.ts';
import type { CheckedClaim } from '../domain/check.ts';
import { askModel } from '../model/ask-model.ts';
import type { Tasking } from '../model/attempt.ts';
import { showPassages } from '../model/show-passages.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { detectLanguage } from '../text/language.ts';
import { findQuote } from '../verify/find-quote.ts';
import { groundsOf } from '../verify/grounds-of.ts';
import type { CheckParts } from './check-claim.ts';
import { decide } from './decide.ts';
import type { Comparison } from './find-evidence.ts';
import { findEvidence, openComparisons } from './find-evidence.ts';
import { joinEvidence } from '../compare/join-evidence.ts';
import { reasonFor } from './reasons.ts';
import type { Evidence } from '../compare/read-evidence.ts';

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
 * can add to the evidence and take nothing away. Whether they prove the claim is decided in code, twice: by the
 * comparison of the fact check and by the stricter one of answers. A claim that they do not prove stays as it was.
 * @throws ModelError when the model does not answer
 */
export async function seekSupport(
  claim: CheckedClaim,
  retrieval: Retrieval,
  embed: CheckParts['embed'],
  { model, prompts, signal, prove }: Tasking,
): Promise<CheckedClaim> {
  const prompt = prompts.fill('find-evidence', {
    claim: claim.text,
    passages: showPassages(retrieval.passages, TOKENS),
  });
  const named = await askModel(model, { prompt, schema: Named }, signal);
  const [best] = await findEvidence(retrieval, embed);
  for (const comparison of openComparisons(retrieval, embed)) {
    const fitting = comparison.sentences.filter((evidence) => isSame(evidence, best?.evidence));
    const evidences =
      fitting.length === 0
        ? []
        : [...new Set([...fitting, ...evidencesOf(named, retrieval, comparison)])].slice(0, SENTENCES);
    const joined = joinEvidence(evidences);
    const weighed = joined && (await comparison.weigh(joined));
    const quotes = evidences.flatMap((evidence) => quoteOf(evidence));
    const [first] = quotes;
    if (!weighed || !first || decide(weighed) !== 'supported') continue;
    if (prove(claim.text, groundsOf(quotes, retrieval.passages)).length > 0) continue;
    const reason = reasonFor('supported', {
      findings: weighed.findings,
      share: weighed.all.share,
      place: first.place,
      language: detectLanguage(claim.text),
    });
    return { ...claim, verdict: 'supported', reason, quotes };
  }
  return claim;
}

/** The sentences that the model means, where its quotes stand in their passages. */
function evidencesOf({ sentences }: Named, { passages }: Retrieval, comparison: Comparison): Evidence[] {
  const meant = sentences.slice(0, SENTENCES).flatMap(({ passage: ref, quote }) => {
    const passage = passages.find((each) => each.ref === ref);
    const found = passage && findQuote(passage, quote);
    return found
      ? comparison.sentences.filter((evidence) => evidence.passage === passage && overlaps(evidence, found))
      : [];
  });
  return meant;
}

function isSame(one: Evidence, other: Evidence | undefined): boolean {
  return one.passage === other?.passage && one.sentence.span.start === other.sentence.span.start;
}

function overlaps({ passage: { chunk }, sentence: { span } }: Evidence, quote: Quote): boolean {
  return chunk.span.start + span.start < quote.span.end && quote.span.start < chunk.span.start + span.end;
}

function quoteOf({ passage, sentence }: Evidence): Quote[] {
  const quote = findQuote(passage, sentence.text);
  return quote ? [quote] : [];
}
