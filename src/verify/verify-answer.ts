import { claimsOf, VerifiedAnswer } from '../domain/answer.ts';
import type {
  CitedAnswer,
  Claim,
  FigureSeries,
  Meant,
  NearName,
  Passage,
  Question,
  Quote,
  Reply,
} from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import type { VerifiedSummary } from '../domain/summary.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Prove } from '../compare/prove.ts';
import { checkClaims } from './check-claim.ts';
import { findQuote } from './find-quote.ts';

/** How many of the nearest quotes are shown when nothing was found. */
const NEAREST = 3;

/**
 * Checks a draft against the passages it cites: every quote must be there word for word, and prove its claim. What does
 * not pass is withheld with its reason; the rest is shown.
 * This is the only place that makes a `VerifiedAnswer`.
 */
export function verifyAnswer(
  question: Question,
  draft: CitedAnswer,
  passages: Passage[],
  prove: Prove,
): VerifiedAnswer {
  const { claims, withheld: unproved } = checkClaims(draft.claims, passages, prove);
  const withheld = [...unproved, ...(draft.refused ?? [])];
  const { composer, fallback, cached, kind, verdict, open = [] } = draft;
  const series = draft.series && isQuoted(draft.series, claims) ? draft.series : undefined;
  const base = {
    question,
    composer,
    withheld,
    ...given({ fallback, cached }),
  };
  if (claims.length === 0)
    return VerifiedAnswer.parse({
      ...base,
      outcome: 'not_found',
      missing: draft.missing ?? [],
      held: draft.held ?? [],
      nearest: nearestQuotes(draft, passages),
    });
  return VerifiedAnswer.parse({
    ...base,
    outcome: withheld.length > 0 || open.length > 0 ? 'partly_answered' : 'answered',
    claims,
    differing: draft.differing === true && claims.length > 1,
    ...given({ kind, verdict, series }),
    ...(open.length > 0 ? { open } : {}),
  });
}

/** Every value stands in a quote that a shown sentence cites. */
function isQuoted({ values }: FigureSeries, claims: readonly Claim[]): boolean {
  const quotes = claims.flatMap((claim) => claim.quotes);
  return values.every(({ value, quote }) =>
    quotes.some(
      (one) =>
        one.reportId === quote.reportId &&
        one.span.start <= quote.span.start &&
        one.span.end >= quote.span.end &&
        prints(one.text, value),
    ),
  );
}

function prints(text: string, value: number): boolean {
  return (text.match(/\d[\d,]*(?:\.\d+)?/gu) ?? []).some((printed) => Number(printed.replaceAll(',', '')) === value);
}

/** A verified answer to another wording of a question, or to a part of it, and what else of the question stays open. */
export function answerTo(question: Question, answer: VerifiedAnswer, open: readonly string[] = []): VerifiedAnswer {
  const isOpen = open.length > 0 && (answer.outcome === 'answered' || answer.outcome === 'partly_answered');
  return VerifiedAnswer.parse({
    ...answer,
    question,
    ...(isOpen ? { outcome: 'partly_answered', open: [...open] } : {}),
  });
}

/** A verified answer to a question that wants yes or no, which it does not decide. */
export function undecided(answer: VerifiedAnswer): VerifiedAnswer {
  const isAnswered = answer.outcome === 'answered' || answer.outcome === 'partly_answered';
  return isAnswered ? VerifiedAnswer.parse({ ...answer, verdict: 'open' }) : answer;
}

/** The same with names that may have been meant, where nothing was found. */
export function withNearNames(answer: VerifiedAnswer, near: readonly NearName[]): VerifiedAnswer {
  return answer.outcome === 'not_found' && near.length > 0 ? VerifiedAnswer.parse({ ...answer, near }) : answer;
}

/** The verified answers to the parts of a question as one, none twice; parts without one stay open. */
export function joinAnswers(
  question: Question,
  parts: readonly { part: string; answer: VerifiedAnswer }[],
): VerifiedAnswer {
  const [first] = parts;
  const answered = parts.filter(({ answer }) => claimsOf(answer).length > 0);
  const [base] = answered;
  if (!base) return VerifiedAnswer.parse({ ...(first?.answer ?? notFound(question, [])), question });
  const claims = new Map(answered.flatMap(({ answer }) => claimsOf(answer).map((claim) => [claim.text, claim])));
  const withheld = parts.flatMap(({ answer }) => ('withheld' in answer ? answer.withheld : []));
  const open = parts.filter((one) => !answered.includes(one)).map(({ part }) => part);
  return VerifiedAnswer.parse({
    ...base.answer,
    question,
    outcome: withheld.length > 0 || open.length > 0 ? 'partly_answered' : 'answered',
    claims: [...claims.values()],
    differing: answered.some(({ answer }) => 'differing' in answer && answer.differing),
    withheld,
    ...(open.length > 0 ? { open } : {}),
  });
}

/** That the reports do not answer what is new in a question. */
export function notFound(question: Question, missing: readonly string[]): VerifiedAnswer {
  return VerifiedAnswer.parse({
    ...UNCITED,
    question,
    outcome: 'not_found',
    missing: [...missing],
    held: [],
    nearest: [],
  });
}

/** What says nothing of a report's text has nothing to prove. */
const UNCITED = { composer: 'footnote', withheld: [] };

/** A reply that cites nothing: small talk, the library, Footnote itself. */
export function tell(question: Question, reply: Reply): VerifiedAnswer {
  return VerifiedAnswer.parse({ ...UNCITED, question, outcome: 'told', reply });
}

/** Asks which of several things is meant. */
export function askBack(question: Question, candidates: readonly Meant[]): VerifiedAnswer {
  return VerifiedAnswer.parse({ ...UNCITED, question, outcome: 'which', candidates });
}

/** What the composer found nearest; else where the best passages begin. */
function nearestQuotes({ nearest }: CitedAnswer, passages: Passage[]): Quote[] {
  if (nearest)
    return nearest.slice(0, NEAREST).flatMap(({ passage: ref, quote: text }) => {
      const passage = passages.find((one) => one.ref === ref);
      const quote = passage && findQuote(passage, text);
      return quote ? [quote] : [];
    });
  return passages.slice(0, NEAREST).flatMap((passage) => {
    const first = splitSentences(passage.chunk.text)[0];
    const quote = first && findQuote(passage, first.text);
    return quote ? [quote] : [];
  });
}

/** The first points of a summary that was verified, as the answer to a question. */
export function answerWithPoints(
  question: Question,
  { points, composer, fallback, cached, withheld }: Extract<VerifiedSummary, { outcome: 'summarised' }>,
  most: number,
): VerifiedAnswer {
  return VerifiedAnswer.parse({
    question,
    composer,
    ...(fallback === undefined ? {} : { fallback }),
    ...(cached === undefined ? {} : { cached }),
    withheld,
    outcome: withheld.length > 0 ? 'partly_answered' : 'answered',
    claims: points.slice(0, most),
    differing: false,
    kind: 'overview',
  });
}
