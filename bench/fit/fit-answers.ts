// Fits the choice among sentences and how sure an answer is: `npm run fit -- answers --root FOLDER [--index FOLDER]
// [--out weights]` on the sets that weights/confidence.json names, below that folder; on others with `--set
// QUESTIONS.jsonl --reports FILE,FOLDER [--weight 1]`, once for each, and `[--threshold .35]`. Reads the sets once;
// prints what both are worth on reports that were left out. `npm run fit -- statements` and `confidence` keep one.
import { given } from '../../src/domain/given.ts';
import { fitConfidence } from './fit-confidence.ts';
import { fitChoice, judgeChoice } from './fit-statements.ts';
import { readOrder, readSets } from './read-sets.ts';
import { keepWeights } from './write-weights.ts';

const asked = process.env['FIT'] ?? 'answers';
const order = readOrder(asked === 'statements' ? 'statements' : 'confidence');
const { questions, described: set } = await readSets(order.places);

const { sets, threshold, readBy } = order.recipe;
if (threshold === undefined) throw new RangeError('Say below what confidence nothing is said: --threshold .35 --why …');
const choice = fitChoice(questions);
const statements = judgeChoice(questions, choice);
if (asked !== 'confidence')
  keepWeights('statements', { ...order, recipe: { sets, ...given({ readBy }) } }, { set, ...statements });
if (asked !== 'statements') keepWeights('confidence', order, { set, ...fitConfidence(questions, choice, threshold) });
