import { resolve } from 'node:path';
import { loadPrompts } from '../../src/adapters/models/prompt-files.ts';
import { answerWithModel } from '../../src/answer/answer-with-model.ts';
import type { ModelAnswerSteps } from '../../src/answer/answer-with-model.ts';
import type { AskerOptions, ModelOutcome } from '../../src/model/attempt.ts';
import type { CitedAnswer, Passage, Question } from '../../src/domain/answer.ts';
import { analyseQuestion } from '../../src/retrieve/analyse-question.ts';
import type { Retrieval } from '../../src/retrieve/retrieve-passages.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { prove } from './prove.ts';
import { aPassage } from './builders.ts';
import { createMemoryModelStore } from './scripted-model.ts';

/** The project's prompts. */
export const prompts = loadPrompts(resolve(import.meta.dirname, '../../prompts'));

const NAMES = createNames();

/** What retrieval gives for a question: these passages, whatever is asked. */
export function aRetrieval(question: Question, passages: Passage[] = [aPassage()]): Retrieval {
  return {
    question: analyseQuestion(question, NAMES),
    asked: { units: { zh: [], en: [] }, concepts: { zh: [], en: [] } },
    passages,
  };
}

/** Answers with a model from given passages; without it, with the first sentence of the first passage. */
export function aModelAnswerer(
  model: ModelAnswerSteps['model'],
  {
    passages = [aPassage()],
    use,
    ...over
  }: Partial<Omit<ModelAnswerSteps, 'use'>> & { passages?: Passage[]; use?: Partial<ModelAnswerSteps['use']> } = {},
) {
  const outcomes: ModelOutcome[] = [];
  const asked: string[] = [];
  const steps: ModelAnswerSteps = {
    model,
    prompts,
    store: createMemoryModelStore(),
    use: { timeoutMs: 5000, limits: {}, ranks: false, writesQueries: false, ...use },
    retrieve: (question) => (asked.push(question.text), Promise.resolve(aRetrieval(question, passages))),
    extract: () => Promise.resolve(extractOf(passages)),
    prove,
    report: (outcome) => outcomes.push(outcome),
    ...over,
  };
  return {
    outcomes,
    asked,
    steps,
    answer: (question: Question, options?: AskerOptions) => answerWithModel(question, steps, options),
  };
}

function extractOf([first]: Passage[]): CitedAnswer {
  const text = first?.chunk.text.split(/(?<=。)/u)[0] ?? '';
  return { composer: 'extractive', claims: text === '' ? [] : [{ text, citations: [{ passage: 'P1', quote: text }] }] };
}
