import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Prove } from '../compare/prove.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import type { ComposedPart } from './compose-extract.ts';
import type { MemberQuestion } from '../retrieve/split-question.ts';
import { splitMembers } from '../retrieve/split-question.ts';
import { joinAnswers, verifyAnswer } from '../verify/verify-answer.ts';

/** The steps before verification, which is always the same. */
export interface AnswerSteps {
  retrieve(question: Question): Promise<Retrieval>;
  compose(retrieval: Retrieval): Promise<CitedAnswer>;
  /**
   * Composes what each part of the question has for an answer, for itself.
   * @param member of several things that were asked about, the one that this question is about
   */
  composeEach(retrieval: Retrieval, member?: string): Promise<ComposedPart[]>;
  prove: Prove;
}

/** So many things side by side are asked about one after another. */
const MEMBERS = 6;

/**
 * Answers a question from the reports: retrieve, compose, verify. What is asked of each of several things is asked of
 * one after another: what is found for all of them together is where all are named, which need not be where each is
 * told of.
 */
export async function answerQuestion(question: Question, steps: AnswerSteps): Promise<VerifiedAnswer> {
  const retrieval = await steps.retrieve(question);
  const { text, names } = retrieval.question;
  const asked = text === question.text ? question : { ...question, standalone: text };
  const members = splitMembers(text, names);
  if (members && members.length <= MEMBERS) return answerEach(asked, retrieval, members, steps);
  return verifyAnswer(asked, await steps.compose(retrieval), retrieval.passages, steps.prove);
}

/** Of each member what is likeliest: of what was found for it alone, and for all of them together. */
async function answerEach(
  asked: Question,
  together: Retrieval,
  members: readonly MemberQuestion[],
  { retrieve, compose, composeEach, prove }: AnswerSteps,
): Promise<VerifiedAnswer> {
  const parts = await composeEach(together);
  const found: { member: string; best: ComposedPart; retrieval: Retrieval }[] = [];
  for (const { member, text } of members) {
    const alone = await retrieve({ ...asked, text, earlier: [] });
    const [best] = [
      ...parts.filter((part) => part.member === member).map((part) => ({ member, best: part, retrieval: together })),
      ...(await composeEach(alone, member)).map((part) => ({ member, best: part, retrieval: alone })),
    ].toSorted((a, b) => standingOf(b.best) - standingOf(a.best) || b.best.confidence - a.best.confidence);
    if (best) found.push(best);
  }
  if (!found.some(({ best }) => best.isSure)) {
    const refused = found.find(({ best }) => best.isOfOther);
    return refused
      ? verifyAnswer(asked, refused.best.draft, refused.retrieval.passages, prove)
      : verifyAnswer(asked, await compose(together), together.passages, prove);
  }
  return joinAnswers(
    asked,
    found.map(({ member, best, retrieval }) => ({
      part: member,
      answer: verifyAnswer(asked, best.draft, retrieval.passages, prove),
    })),
  );
}

/** What is said goes before what is not, and what meets all that is insisted on before what does not. */
function standingOf({ draft, isMet }: ComposedPart): number {
  return draft.claims.length === 0 ? 0 : 1 + Number(isMet);
}
