import { z } from 'zod';
import type { VerifiedAnswer } from '../domain/answer.ts';
import { AnswerKind, claimsOf, FigureSeries, Meant, NearName, Verdict, Withheld } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { LIMITS } from '../domain/limits.ts';
import { ModelFailure } from '../domain/model.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { notFoundText, verdictText } from '../words/answer-notes.ts';
import { saidText } from '../words/degree-words.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { CitationJson, citationJson, ClaimJson, claimJson } from './citation-json.ts';

/** How long it took, in milliseconds. */
export const elapsed = { elapsedMs: z.int().min(0) };

/** How something came about with a model. */
export const toldJson = {
  fallback: ModelFailure.optional().describe('Why a model that was asked did not answer to its end.'),
  cached: z.literal(true).optional(),
};

/** An answer as other programs read it. */
export const AnswerJson = z.object({
  question: z.string(),
  standaloneQuestion: z.string().optional().describe('The last turn, completed from those before it.'),
  status: z
    .enum(['answered', 'partly_answered', 'not_found', 'told', 'which'])
    .describe(
      'partly_answered: a sentence was withheld or a part has no answer; told: small talk or the library, without ' +
        'citations; which: it may mean several things, see candidates.',
    ),
  answer: z.string().describe('What a person reads, without marks of citations.'),
  claims: z.array(ClaimJson).describe('The sentences of the answer, each with its citations.'),
  withheld: z.array(Withheld).describe('Sentences that did not pass the check, and why.'),
  candidates: z.array(Meant).optional().describe('What may be meant, each with the request that asks for it alone.'),
  about: z.string().optional(),
  differing: z.boolean().optional().describe('The sentences give different values for one thing.'),
  kind: AnswerKind.optional(),
  verdict: Verdict.optional().describe('Of a question for yes or no; open: no sentence settles it.'),
  series: FigureSeries.omit({ values: true })
    .extend({ values: z.array(z.object({ label: z.string(), value: z.number() })) })
    .optional(),
  open: z.array(z.string()).optional().describe('Parts of the question that stayed without an answer.'),
  note: z.string().optional(),
  missing: z.array(z.string()).optional().describe('What the question insists on and no report speaks of.'),
  held: z.array(z.string()).optional().describe('Periods that the nearest passages do speak of.'),
  reason: z.string().optional().describe('Why nothing was found, for people.'),
  didYouMean: z.array(NearName).optional(),
  nearest: z.array(CitationJson).optional().describe('Where the reports come nearest; not an answer.'),
  error: z.string().optional(),
  composer: z.string().describe('extractive: the reports’ own sentences; else the name of a model.'),
  ...toldJson,
  ...elapsed,
});
export type AnswerJson = z.infer<typeof AnswerJson>;

/** An answer as scripts read it. */
export function answerJson(answer: VerifiedAnswer, elapsedMs: number): AnswerJson {
  const claims = claimsOf(answer);
  const language = detectLanguage(answer.question.text);
  return {
    question: answer.question.text,
    ...(answer.question.standalone === undefined ? {} : { standaloneQuestion: answer.question.standalone }),
    status: answer.outcome,
    answer: answerText(answer, language),
    claims: claims.map((claim) => claimJson(claim, language)),
    withheld: answer.withheld,
    ...saidBesides(answer, language),
    ...(answer.outcome === 'not_found'
      ? {
          missing: answer.missing,
          held: answer.held,
          reason: notFoundText(answer, language),
          ...given({ didYouMean: answer.near }),
          nearest: answer.nearest.map(citationJson),
        }
      : {}),
    composer: answer.composer,
    ...given({ fallback: answer.fallback }),
    ...(answer.cached === undefined ? {} : { cached: true }),
    elapsedMs,
  };
}

/** What a person reads: the sentences, or what is said without any. */
function answerText(answer: VerifiedAnswer, language: Language): string {
  if (answer.outcome === 'told') return replyText(answer.reply, language);
  if (answer.outcome === 'which') return [whichText(language), ...answer.candidates.map(meantLabel)].join('\n');
  const said = claimsOf(answer).map((claim) => saidText(claim, language));
  const verdict = 'verdict' in answer ? answer.verdict : undefined;
  return [...(verdict === undefined || verdict === 'open' ? [] : [verdictText(verdict, language)]), ...said].join(' ');
}

function saidBesides(answer: VerifiedAnswer, language: Language) {
  if (answer.outcome === 'which') return { candidates: answer.candidates };
  if (answer.outcome === 'told') return { about: answer.reply.about };
  if (answer.outcome === 'not_found') return {};
  const { differing, kind, verdict, series, open } = answer;
  return {
    ...(differing ? { differing } : {}),
    ...given({ kind, verdict }),
    ...(series ? { series: { ...series, values: series.values.map(({ label, value }) => ({ label, value })) } } : {}),
    ...(open === undefined ? {} : { open, note: openText(open, language) }),
  };
}

/** A question that was not asked because it is too long, in the form of an answer. */
export function refusedAnswerJson(question: string, reason: string): AnswerJson {
  return {
    question: question.slice(0, LIMITS.question),
    status: 'not_found',
    answer: '',
    claims: [],
    withheld: [],
    missing: [],
    held: [],
    reason,
    nearest: [],
    error: reason,
    composer: 'none',
    elapsedMs: 0,
  };
}
