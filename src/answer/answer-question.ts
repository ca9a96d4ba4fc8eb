import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Prove } from '../compare/prove.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';

/** The two steps before verification, which is always the same. */
export interface AnswerSteps {
  retrieve(question: Question): Promise<Retrieval>;
  compose(retrieval: Retrieval): Promise<CitedAnswer>;
  prove: Prove;
}

/** Answers a question from the reports: retrieve, compose, verify. */
export async function answerQuestion(
  question: Question,
  { retrieve, compose, prove }: AnswerSteps,
): Promise<VerifiedAnswer> {
  const retrieval = await retrieve(question);
  const draft = await compose(retrieval);
  const standalone = retrieval.question.text;
  return verifyAnswer(
    standalone === question.text ? question : { ...question, standalone },
    draft,
    retrieval.passages,
    prove,
  );
}
