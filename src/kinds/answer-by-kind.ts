import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { createNames } from '../lexicon/names.ts';
import { clausesWithMarks } from '../text/clauses.ts';
import { smallTalkIn } from '../lexicon/small-talk.ts';
import { completeQuestion } from '../retrieve/complete-question.ts';
import { answerTo, notFound, tell, undecided, withNearNames } from '../verify/verify-answer.ts';
import { lastPageAsked, libraryReply } from './about-library.ts';
import { giveComparison } from './give-comparison.ts';
import { giveEnumeration } from './give-enumeration.ts';
import { giveFigure } from './give-figure.ts';
import { giveLabelled } from './give-labelled.ts';
import { giveMore, isRepetition, missingWords } from './give-follow-up.ts';
import { giveList, listTopic } from './give-list.ts';
import { giveBrief, giveLastPage, giveOverview } from './give-overview.ts';
import { givePerformance } from './give-performance.ts';
import { giveRank } from './give-rank.ts';
import { asksReason, giveReasons } from './give-reasons.ts';
import { giveTop } from './give-top.ts';
import { giveTrend } from './give-trend.ts';
import { giveVerdict } from './give-verdict.ts';
import { tellsChange } from './item-groups.ts';
import type { KindSteps } from './kind-steps.ts';
import { openOperands } from './open-operands.ts';
import { isHeadline, overviewTopic, performanceTopic } from './overview-topic.ts';
import { readComparison } from './read-comparison.ts';
import type { FollowUp } from './read-follow-up.ts';
import { readFollowUp } from './read-follow-up.ts';
import { readRank } from './read-rank.ts';
import { readTop } from './read-top.ts';
import { readTrend } from './read-trend.ts';
import type { ReadYesNo } from './read-yes-no.ts';
import { readYesNo } from './read-yes-no.ts';
import { wordForms } from './word-forms.ts';

/**
 * Answers a question by what kind of question it is. The one place that tells kinds apart, whoever asks from where;
 * what no kind has an answer to is looked for as a fact.
 */
export async function answerByKind(question: Question, steps: KindSteps): Promise<VerifiedAnswer> {
  const talk = smallTalkIn(question.text);
  if (talk !== undefined) return tell(question, { about: talk });
  const answer =
    question.earlier.length > 0 ? await goOn(question, steps) : await answerAlone(question, question, steps);
  if (answer.outcome !== 'not_found') return answer;
  return withNearNames(answer, await steps.nearNames({ ...question, earlier: [] }));
}

/**
 * @param question complete: nothing before it is needed
 * @param asked as it was asked, for what completes it better
 */
async function answerAlone(question: Question, asked: Question, steps: KindSteps): Promise<VerifiedAnswer> {
  const reports = await steps.library.reports();
  const reply = libraryReply(question.text, reports, steps.names.englishOf);
  if (reply) return tell(question, reply);
  const ofPage = lastPageAsked(question.text, reports, steps.names.englishOf);
  const yesNo = readYesNo(question.text);
  return (
    (ofPage && (await giveLastPage(question, ofPage, steps))) ??
    (await verdictOf(question, yesNo, steps)) ??
    (await rankOf(question, steps)) ??
    (await trendOf(question, steps)) ??
    (await listOf(question, steps)) ??
    (await performanceOf(question, steps)) ??
    (await overviewOf(question, steps)) ??
    (await comparisonOf(question, steps)) ??
    (await topOf(question, steps)) ??
    (yesNo ? undecided(await factsOf(question, asked, steps)) : factsOf(question, asked, steps))
  );
}

/** Of several things that are compared the figures are shown. */
async function verdictOf(
  question: Question,
  yesNo: ReadYesNo | undefined,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  if (yesNo?.claim === undefined || readComparison(question.text) !== undefined) return undefined;
  return giveVerdict(question, yesNo.claim, steps);
}

/** Several reasons or things may stand in several statements, none of which answers alone. */
async function factsOf(question: Question, asked: Question, steps: KindSteps): Promise<VerifiedAnswer> {
  const answer = await steps.answerFacts(asked);
  const reckoned = tellsShare(answer) ? undefined : await shareOf(question, steps);
  if (reckoned) return reckoned;
  const names = createNames(await steps.library.aliases());
  const comparison = readComparison(question.text, names);
  if (comparison && comparison.operation !== 'share') {
    const formsOf = wordForms(names, steps.names);
    return answerTo(answer.question, answer, openOperands(comparison, answer, formsOf));
  }
  const isWhy = asksReason(question.text);
  const reasons = isWhy && answer.composer === 'extractive' ? await reasonsOf(question, answer, steps) : undefined;
  if (reasons) return answerTo(answer.question, reasons);
  if (answer.outcome !== 'not_found') return answer;
  const listed = listTopic(question.text);
  const isBroad = isWhy || listed !== undefined || isHeadline(question.text);
  return (
    (listed && (await giveEnumeration(question, listed, steps))) ??
    (await giveFigure(question, steps)) ??
    (await giveLabelled(question, steps)) ??
    (isBroad ? await giveBrief(question, steps) : undefined) ??
    answer
  );
}

async function reasonsOf(
  question: Question,
  answer: VerifiedAnswer,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const names = createNames(await steps.library.aliases());
  return giveReasons(question, answer, steps, wordForms(names, steps.names));
}

async function overviewOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const topic = overviewTopic(question.text);
  return topic === undefined ? undefined : giveOverview(question, topic, steps);
}

async function performanceOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const topic = performanceTopic(question.text);
  return topic === undefined ? undefined : givePerformance(question, topic, steps);
}

async function trendOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const trend = readTrend(question.text);
  return trend && giveTrend(question, trend, steps);
}

async function rankOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const asked = readRank(question.text);
  return asked && giveRank(question, asked, steps);
}

async function listOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const topic = listTopic(question.text);
  if (!topic) return undefined;
  return (await giveEnumeration(question, topic, steps, true)) ?? giveList(question, topic, steps);
}

async function comparisonOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const comparison = readComparison(question.text, createNames(await steps.library.aliases()));
  return comparison && comparison.operation !== 'share' ? giveComparison(question, comparison, steps) : undefined;
}

/** A share that no report tells is reckoned. */
async function shareOf(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const comparison = readComparison(question.text, createNames(await steps.library.aliases()));
  return comparison?.operation === 'share' ? giveComparison(question, comparison, steps) : undefined;
}

/** By how much something changed is no share of anything. */
function tellsShare(answer: VerifiedAnswer): boolean {
  const clauses = claimsOf(answer).flatMap(({ text }) => clausesWithMarks(text).map((clause) => clause.text));
  return clauses.some(
    (clause) => !tellsChange(clause) && findQuantities(clause).some(({ kind }) => kind === 'percent'),
  );
}

async function topOf(question: Question, steps: KindSteps, place?: number): Promise<VerifiedAnswer | undefined> {
  // Who stands at what place in an order is another question than who leads it.
  const top = readRank(question.text) && place === undefined ? undefined : readTop(question.text, place);
  return top && giveTop(question, top, steps);
}

/** Answers the last turn of a conversation in the light of those before it. */
async function goOn(question: Question, steps: KindSteps): Promise<VerifiedAnswer> {
  const names = createNames(await steps.library.aliases());
  const before = completeQuestion(question.earlier.slice(0, -1), question.earlier.at(-1) ?? '', names);
  const followUp = readFollowUp(before, question.text);
  if (followUp) return followed(question, before, followUp, steps);
  const text = completeQuestion(question.earlier, question.text, names);
  const alone = { ...question, text, earlier: [] };
  const answer = await answerAlone(alone, question, steps);
  if (text === question.text) return answerTo(question, answer);
  const named = { ...question, standalone: answer.question.standalone ?? text };
  // A model reads the turns itself.
  if (answer.composer !== 'extractive') return answerTo(named, answer);
  const first = { ...alone, text: before };
  const given = await answerAlone(first, first, steps);
  const isRepeated = isRepetition(answer, given, question.text);
  return isRepeated ? notFound(named, await missingWords(alone, question.text, steps)) : answerTo(named, answer);
}

/** What goes on from the question before. */
async function followed(
  question: Question,
  before: string,
  followUp: FollowUp,
  steps: KindSteps,
): Promise<VerifiedAnswer> {
  if (followUp.wants === 'translation') return tell(question, { about: 'no_translation' });
  const alone = { ...question, text: before, earlier: [] };
  if (followUp.wants === 'year') {
    const shifted = { ...alone, text: followUp.text };
    return answerTo({ ...question, standalone: followUp.text }, await answerAlone(shifted, shifted, steps));
  }
  if (followUp.wants === 'place') {
    const ofPlace = await topOf(alone, steps, followUp.place);
    return ofPlace ? answerTo(question, ofPlace) : notFound(question, []);
  }
  const given = await answerAlone(alone, alone, steps);
  return giveMore(question, before, given, steps);
}
