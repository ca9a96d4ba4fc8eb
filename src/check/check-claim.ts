import type { Embedder } from '../domain/ports.ts';
import type { CheckedClaim, Difference } from '../domain/check.ts';
import type { Question, Quote } from '../domain/answer.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { detectLanguage } from '../text/language.ts';
import type { Prove } from '../compare/prove.ts';
import { groundsOf } from '../verify/grounds-of.ts';
import { findQuote } from '../verify/find-quote.ts';
import { decide } from './decide.ts';
import { findEvidence } from './find-evidence.ts';
import { nothingNear, reasonFor } from './reasons.ts';
import type { Weighed } from '../compare/weigh-evidence.ts';

/** What checking stands on. */
export interface CheckParts {
  retrieve(question: Question): Promise<Retrieval>;
  embed: Embedder['embed'];
  /** Tells which figures of a claim stand otherwise in its quotes. */
  misplaced: Prove;
}

/** A claim that was not found is shown with the nearest sentence only when this share of its words stands there. */
const NEAR = 0.5;
/** So little less fits a sentence that is quoted, too; a share of the claim's words. */
const AS_GOOD = 0.1;

/**
 * Checks one claim against the reports: the sentence that says most of it is compared with it fact by fact.
 * @param reports ids or file names of the reports to check against; absent: all
 */
export async function checkClaim(
  text: string,
  { retrieve, embed, misplaced }: CheckParts,
  reports?: string[],
): Promise<CheckedClaim> {
  const language = detectLanguage(text);
  const retrieval = await retrieve({ text, earlier: [], ...(reports ? { reports } : {}) });
  const [best, next] = await findEvidence(retrieval, embed);
  const quote = best && quoteOf(best);
  if (!best || !quote)
    return { text, verdict: 'not_found', reason: nothingNear(language), quotes: [], differences: [] };
  const decided = decide(best);
  const isMisplaced = decided === 'supported' && misplaced(text, groundsOf([quote], retrieval.passages)).length > 0;
  const verdict = isMisplaced ? 'not_found' : decided;
  const reason = reasonFor(verdict, { findings: best.findings, share: best.all.share, place: quote.place, language });
  return {
    text,
    verdict,
    reason,
    quotes: verdict !== 'not_found' || best.all.share >= NEAR ? [quote, ...besideQuote(best, next)] : [],
    differences: verdict === 'contradicted' ? differencesOf(best, quote) : [],
  };
}

function quoteOf({ evidence }: Weighed): Quote | undefined {
  return findQuote(evidence.passage, evidence.sentence.text);
}

/** Another sentence that fits as well may say what the first one leaves open. */
function besideQuote(best: Weighed, next: Weighed | undefined): Quote[] {
  const quote = next && next.fit >= best.fit - AS_GOOD ? quoteOf(next) : undefined;
  return quote ? [quote] : [];
}

function differencesOf({ findings }: Weighed, quote: Quote): Difference[] {
  return findings.flatMap((finding) =>
    finding.outcome === 'differs' ? [{ claimed: finding.claimed, found: finding.found, quote }] : [],
  );
}
