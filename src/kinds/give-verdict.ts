import { onOneLine } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { detectLanguage } from '../text/language.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import { createNames } from '../lexicon/names.ts';
import { reckonedDrafts } from './give-comparison.ts';
import { figureClaim } from './give-figure.ts';
import { holdDirection, holdThreshold } from './hold-figures.ts';
import type { KindSteps } from './kind-steps.ts';
import { wordForms } from './word-forms.ts';

type Draft = CitedAnswer['claims'][number];

/**
 * Yes or no with the sentence that decides it, or with the figures that do: one that is over or under what is asked,
 * or those of two times. Undefined where nothing decides for sure.
 */
export async function giveVerdict(
  question: Question,
  claim: string,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const { decide, prove } = steps;
  const decided = await decide({ ...question, text: claim, earlier: [] });
  if (!decided) return giveFigures(question, claim, steps);
  const { verdict, passage, quote } = decided;
  const claims = [{ text: onOneLine(quote), citations: [{ passage: passage.ref, quote }] }];
  const answer = verifyAnswer(question, { composer: 'extractive', verdict, claims }, [passage], prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** Figures held against the one that the question names, or against each other. */
async function giveFigures(question: Question, claim: string, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const { passages } = retrieval;
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const holding = { ranked, names: steps.names, formsOf };
  const say = (verdict: 'yes' | 'no', draft: Draft) => {
    const answer = verifyAnswer(question, { composer: 'extractive', verdict, claims: [draft] }, passages, steps.prove);
    return answer.outcome === 'not_found' ? undefined : answer;
  };
  const threshold = holdThreshold(claim, holding);
  if (threshold) return say(threshold.verdict, figureClaim(threshold.figure));
  const direction = holdDirection(claim, holding);
  if (!direction) return undefined;
  const { picked, comparison, verdict } = direction;
  return reckonedDrafts(picked, comparison, passages, detectLanguage(question.text))
    .map((draft) => say(verdict, draft))
    .find((answer) => answer !== undefined);
}
