import { z } from 'zod';
import { composeParts, orderPart } from '../../src/answer/compose-extract.ts';
import { confidenceSigns } from '../../src/answer/confidence-signs.ts';
import { CONFIDENCE_SIGNS, kindOf, StatementKind } from '../../src/answer/confidence-weights.ts';
import type { StatementWeights } from '../../src/answer/statement-weights.ts';
import type { ConfidenceModels } from './confidence-models.ts';
import { confidenceWeights, fitModels } from './confidence-models.ts';
import { labelOf } from './label.ts';
import { fitChoice, namedWeights } from './leave-out.ts';
import { brief, KeptChoice, keptChoices } from './kept-choice.ts';
import type { ReadQuestion } from './read-questions.ts';

/** The best sentence for a part of a question, by weights that its group had no part in, and whether it answers. */
const KeptBest = z.object({
  set: z.string(),
  group: z.string(),
  kind: StatementKind,
  values: z.array(z.number()),
  isTrue: z.boolean(),
  weight: z.number(),
});

/** What comes of a question; right: every fact is said. */
export const Outcome = z.enum(['right', 'wrong', 'answered', 'refused', 'rightly refused']);
export type Outcome = z.infer<typeof Outcome>;

/** What comes of a question at each threshold, by weights that its report had no part in. */
const KeptQuestion = z.object({ set: z.string(), weight: z.number(), outcomes: z.array(Outcome) });

/** What the choice among sentences and the confidence are fitted on, in numbers. */
export const AnswerExamples = z.object({
  described: z.string(),
  choices: z.array(KeptChoice),
  asked: z.array(KeptBest),
  thresholds: z.array(z.number()),
  questions: z.array(KeptQuestion),
});
export type AnswerExamples = z.infer<typeof AnswerExamples>;
export type KeptBest = z.infer<typeof KeptBest>;

/** From what confidence on something is said: those that are tried. */
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

/** Reads of questions what is fitted on. */
export function answerExamples(questions: readonly ReadQuestion[], described: string): AnswerExamples {
  const choices = questions.flatMap(keptChoices);
  const { leftOut } = fitChoice(
    choices,
    questions.map(({ group }) => group),
  );
  const statementsOf = new Map([...leftOut].map(([group, weights]) => [group, unnamed(weights)]));
  const read = questions.flatMap((question) => {
    const statements = statementsOf.get(question.group);
    return statements ? [{ question, statements }] : [];
  });
  const asked = read.flatMap(({ question, statements }) =>
    question.parts.flatMap((part) => bestOf(question, part, statements)),
  );
  const modelsOf = new Map(
    [...statementsOf.keys()].map((left) => [left, fitModels(asked.filter(({ group }) => group !== left))]),
  );
  return {
    described,
    choices,
    asked,
    thresholds: THRESHOLDS,
    questions: read.map(({ question, statements }) => ({
      set: question.set,
      weight: question.weight,
      outcomes: THRESHOLDS.map((least) => outcomeOf(question, statements, modelsOf.get(question.group), least)),
    })),
  };
}

function bestOf(question: ReadQuestion, part: ReadQuestion['parts'][number], weights: StatementWeights): KeptBest[] {
  const ranked = orderPart(part, weights);
  const found = confidenceSigns(ranked, question.parts.length, part.ask.text);
  const [best] = ranked;
  if (!found || !best) return [];
  const label = part.labels[part.featured.findIndex(({ sentence }) => sentence === best.sentence)];
  const isTrue = question.question.answerable && (question.parts.length === 1 ? label?.isRight : label?.isPartly);
  return [
    {
      set: question.set,
      group: question.group,
      kind: kindOf(best),
      values: CONFIDENCE_SIGNS.map((name) => brief(found[name])),
      isTrue: isTrue ?? false,
      weight: question.weight / question.parts.length,
    },
  ];
}

function outcomeOf(
  { retrieval, parts, question }: ReadQuestion,
  statements: StatementWeights,
  models: ConfidenceModels | undefined,
  least: number,
): Outcome {
  if (!models) return 'refused';
  const draft = composeParts(retrieval, parts, { statements, confidence: confidenceWeights(models, least) });
  const { answerable, answers, evidence } = question;
  if (draft.claims.length === 0) return answerable ? 'refused' : 'rightly refused';
  if (!answerable) return 'answered';
  const said = draft.claims.map(({ text }) => text).join('\n');
  const files = new Set(evidence.map(({ report }) => report ?? ''));
  const isRight = [...files].some((file) => labelOf(said, `${file}.`, question).holdsAll);
  return isRight && answers.length > 0 ? 'right' : 'wrong';
}

function unnamed(weights: readonly number[]): StatementWeights {
  const leftOut = { first: 0, firstThree: 0, logLikelihood: 0 };
  return { set: 'left out', date: '2000-01-01', leftOut, weights: namedWeights(weights) };
}
