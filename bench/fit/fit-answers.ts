// Fits the choice among sentences and how sure an answer is: `npm run fit -- answers` on the examples that are kept;
// `--root FOLDER [--index FOLDER] [--out weights]` reads them anew, from the sets that weights/confidence.json names,
// below that folder; on others with `--set QUESTIONS.jsonl --reports FILE,FOLDER [--weight 1]`, once for each. Prints
// what both are worth on reports that were left out. `npm run fit -- statements` and `confidence` keep one.
import { AnswerExamples, answerExamples } from './answer-examples.ts';
import { fitConfidence } from './fit-confidence.ts';
import { judgeChoice } from './fit-statements.ts';
import { examplesOf } from './kept-examples.ts';
import { fitChoice } from './leave-out.ts';
import { readOrder, readSets } from './read-sets.ts';
import { keepWeights } from './write-weights.ts';

const asked = process.env['FIT'] ?? 'answers';
const order = readOrder(asked === 'statements' ? 'statements' : 'confidence');
const examples = await examplesOf('answers', order, AnswerExamples, async () => {
  const { questions, described } = await readSets(order.places);
  return answerExamples(questions, described);
});

const { described: set, choices } = examples;
if (asked !== 'confidence') {
  const fitted = fitChoice(
    choices,
    choices.map(({ group }) => group),
  );
  keepWeights('statements', order, { set, ...judgeChoice(choices, fitted) });
}
if (asked !== 'statements') keepWeights('confidence', order, { set, ...fitConfidence(examples) });
