import { kindsAsked, shapeOf } from '../answer/answer-shape.ts';
import { onOneLine, sayableText } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import { createNames } from '../lexicon/names.ts';
import { splitQuestion } from '../retrieve/split-question.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { FoundFigure } from './find-operands.ts';
import { holdFigure } from './hold-figures.ts';
import type { KindSteps } from './kind-steps.ts';
import { isHeadline } from './overview-topic.ts';
import { readTop } from './read-top.ts';
import { wordForms } from './word-forms.ts';

/**
 * The one figure that is asked for, by its cell or its part of a sentence: what is too near others to be chosen among
 * statements may still be the only one that all is said of. Undefined where none is asked for, or several, or the first
 * of some.
 */
export async function giveFigure(question: Question, steps: KindSteps): Promise<VerifiedAnswer | undefined> {
  const names = createNames(await steps.library.aliases());
  const { text } = question;
  const isAsked = shapeOf(text, '') !== 'not asked' || kindsAsked(text).length > 0;
  if ((!isAsked && !isHeadline(text)) || readTop(text) || splitQuestion(text, names).length > 1) return undefined;
  const { ranked, retrieval } = await steps.findStatements({ ...question, earlier: [] });
  const figure = holdFigure(text, { ranked, names: steps.names, formsOf: wordForms(names, steps.names) });
  // What no more than names a measure is answered by what is called so, and by nothing around it.
  if (!figure || (!isAsked && figure.ownNamed < 1)) return undefined;
  const draft = { composer: 'extractive', claims: [figureClaim(figure)] };
  const answer = verifyAnswer(question, draft, retrieval.passages, steps.prove);
  return answer.outcome === 'not_found' ? undefined : answer;
}

/** A cell as its row says it, or the sentence. */
export function figureClaim({ sentence, cell }: FoundFigure): CitedAnswer['claims'][number] {
  const quote = sayableText(sentence);
  const text = cell ? cell.label + cell.marks.label + cell.said : onOneLine(quote);
  return { text, citations: [{ passage: sentence.passage.ref, quote }] };
}
