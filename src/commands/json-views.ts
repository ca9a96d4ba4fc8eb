import type { Claim, Passage, Quote, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { CheckedClaim, CheckedDraft, CheckVerdict, Unchecked } from '../domain/check.ts';
import { LIMITS } from '../domain/limits.ts';
import { notFoundText, verdictText } from '../words/answer-notes.ts';
import { saidText } from '../words/degree-words.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { checkNotes, uncheckedReasonText, uncheckedText } from '../words/check-words.ts';
import { detectLanguage } from '../text/language.ts';
import type { Language, Place } from '../domain/report.ts';
import { citedPlace } from '../domain/report.ts';
import { given } from '../domain/given.ts';
import { isDigits } from '../text/holds-letters.ts';

/** One claim with something wrong about it makes a draft wrong. */
const WORST_FIRST: readonly CheckVerdict[] = ['contradicted', 'not_found', 'supported'];

/**
 * A citation as scripts read it; `page` is the printed number, or its label when that is no number, or null without
 * pages; of slides it is the number of the slide. `paragraph` counts within the section; `cells` are those of `sheet`.
 */
export function citationJson(quote: Quote) {
  return {
    report: quote.reportId,
    reportTitle: quote.reportTitle,
    section: quote.path,
    page: pageJson(quote.place),
    ...placeJson(quote.place),
    quote: quote.text,
  };
}

/** A sentence as scripts read it, with how it is known to be right. */
export function claimJson(claim: Claim, language: Language) {
  const { degree, computed, quotes } = claim;
  return { text: saidText(claim, language), degree, ...given({ computed }), citations: quotes.map(citationJson) };
}

/** An answer as scripts read it. */
export function answerJson(answer: VerifiedAnswer, elapsedMs: number) {
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
export function refusedAnswerJson(question: string, reason: string) {
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

/** A found passage as scripts read it. */
export function hitJson({ chunk, report, score }: Passage) {
  const first = chunk.places[0];
  const last = chunk.places.at(-1);
  const isRecognised = chunk.places.some(({ place }) => 'recognised' in citedPlace(report, place));
  return {
    report: chunk.reportId,
    page: first ? pageJson(first.place) : null,
    pageEnd: last ? pageJson(last.place) : null,
    section: chunk.path,
    ...(isRecognised ? { ocr: true } : {}),
    text: chunk.text,
    score: Math.round(score * 1000) / 1000,
  };
}

/** A page label as a number where it is one. */
export function labelJson(label: string | undefined): number | string | null {
  if (label === undefined) return null;
  return isDigits(label) ? Number(label) : label;
}

function pageJson(place: Place): number | string | null {
  if (place.kind === 'slide') return place.number;
  return place.kind === 'page' ? labelJson(place.label) : null;
}

/** What names a place besides a page. */
function placeJson(place: Place): {
  slide?: number;
  paragraph?: number;
  sheet?: string | null;
  cells?: string;
  ocr?: true;
} {
  switch (place.kind) {
    case 'page':
      return place.recognised ? { ocr: true } : {};
    case 'slide':
      return { slide: place.number };
    case 'paragraph':
      return { paragraph: place.number };
    case 'cells':
  }
  return { sheet: place.sheet ?? null, cells: place.range };
}

/** How a check came about. */
type Told = Pick<Extract<CheckedDraft, { outcome: 'checked' }>, 'fallback' | 'cached'>;

/** A checked claim as scripts read it. */
export function checkedClaimJson(
  { text, verdict, degree, computed, parts, unsaid, reason, quotes, differences }: CheckedClaim,
  { fallback, cached }: Told = {},
) {
  const told = { ...given({ fallback, cached }) };
  return {
    claim: text,
    verdict,
    ...given({ degree, computed, parts, unsaid }),
    reason,
    citations: quotes.map(citationJson),
    differences: differences.map(({ claimed, found }) => ({ claimed, found })),
    ...told,
  };
}

/** A claim that was not looked at, as scripts read it: it is supported by nothing. */
export function uncheckedClaimJson({ text, reason }: Unchecked, language: Language) {
  return { ...refusedClaimJson(text, uncheckedReasonText(reason, language)), unchecked: reason };
}

/** A claim that was refused, with the reason. */
export function refusedClaimJson(claim: string, reason: string) {
  return {
    claim: claim.slice(0, LIMITS.question),
    verdict: 'not_found',
    reason,
    citations: [],
    differences: [],
    error: reason,
  };
}

/** A checked draft as one claim: contradicted when one of its claims is, supported when all are. */
export function mergedClaimJson(draft: CheckedDraft, text: string) {
  const language = detectLanguage(text);
  if (draft.outcome === 'nothing_to_check' && draft.unchecked === undefined)
    return checkedClaimJson({
      text,
      verdict: 'not_found',
      reason: uncheckedText(draft, language),
      quotes: [],
      differences: [],
    });
  if (draft.outcome !== 'checked') return refusedClaimJson(text, uncheckedText(draft, language));
  if (draft.unchecked && !draft.claims.some(({ verdict }) => verdict === 'contradicted'))
    return refusedClaimJson(text, checkNotes(draft, language).join(' '));
  const verdict = WORST_FIRST.find((each) => draft.claims.some((claim) => claim.verdict === each)) ?? 'supported';
  const deciding = draft.claims.filter((claim) => claim.verdict === verdict);
  const [first] = deciding;
  const isSaidPartly = verdict === 'not_found' && draft.claims.some((claim) => claim.verdict === 'supported');
  return checkedClaimJson(
    {
      ...(deciding.length === 1 ? first : {}),
      ...(isSaidPartly ? { degree: 'partly' } : {}),
      text,
      verdict,
      reason: deciding.map(({ reason }) => reason).join(' '),
      quotes: deciding.flatMap(({ quotes }) => quotes),
      differences: deciding.flatMap(({ differences }) => differences),
    },
    draft,
  );
}
