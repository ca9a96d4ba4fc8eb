// What a judge that is not always right is worth: `npm run fit -- judged [--seed N]`, with the options of
// `comparison`, by its set when none is named. A scripted judge finds 88 of 100 true sentences proved and 85 false
// ones not, drawn with a fixed seed, and goes through the very code that `footnote verify` runs.
import { z } from 'zod';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import type { Judge } from '../../src/model/judge.ts';
import { verifySentences, verifyWithJudge } from '../../src/model/verify-with-judge.ts';
import { retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import type { CitedSentence, JudgedSentence, JudgingParts } from '../../src/verify/verify-sentence.ts';
import { openComparing } from '../../src/wiring/open-comparing.ts';
import { seeded } from '../../tests/support/fuzz-runs.ts';
import { linesOf, openReports } from './question-sets.ts';
import { readOrder } from './read-sets.ts';

/** How often the judge is right. */
const RIGHT = { truths: 0.88, lies: 0.85 };
const SEED = 1;
const Row = z.object({ report: z.string(), quotes: z.array(z.string()), claim: z.string(), truth: z.boolean() });
type Row = z.infer<typeof Row>;

const [own, seed] = seedIn(process.argv.slice(2));
const [place] = readOrder('comparison', own).places;
if (!place) throw new RangeError('Name a set: --set FILE.jsonl --reports FILES');
const rows = linesOf(place, Row);
const { parts, close } = await openReports(place);
const { prove } = openComparing(openGlosses(parseConfig({}).dictionaryDirectory));
const found = new Map<string, ReturnType<typeof retrievePassages>>();
const judging: JudgingParts = {
  prove,
  library: parts.library,
  // The same quotes are looked for with the judge and without.
  retrieve(question) {
    const key = JSON.stringify(question);
    const passages = found.get(key) ?? retrievePassages(question, parts);
    found.set(key, passages);
    return passages;
  },
};
const random = seeded(seed);
const truthOf = new Map(rows.map(({ claim, truth }) => [claim, truth]));
const judge: Judge = async (sentences) =>
  new Map(
    sentences.map(({ text }, at) => {
      const isTrue = truthOf.get(text) === true;
      const isRight = random() < (isTrue ? RIGHT.truths : RIGHT.lies);
      return [at, { proved: isTrue === isRight }];
    }),
  );
const sentences = rows.map(({ claim, quotes, report }): CitedSentence => ({ claim, quotes, reports: [report] }));
console.log('without a judge', ratesOf(await verifySentences(sentences, judging)));
console.log(`with a judge that is right of ${RIGHT.truths} of truths and ${RIGHT.lies} of lies, seed ${seed}`);
console.log('               ', ratesOf(await verifyWithJudge(sentences, judging, judge)));
await close();

function ratesOf(verified: readonly JudgedSentence[]): Record<string, string> {
  const shown = (isTrue: boolean) => {
    const of = verified.filter((_, at) => rows[at]?.truth === isTrue);
    const share = of.filter(({ degree }) => degree !== 'none').length;
    return `${share} of ${of.length}, ${(share / of.length).toFixed(3)}`;
  };
  return { trueShown: shown(true), falseShown: shown(false) };
}

/** The options without `--seed`, and the seed. */
function seedIn(args: readonly string[]): [string[], number] {
  const at = args.indexOf('--seed');
  return at < 0
    ? [[...args], SEED]
    : [args.filter((_, index) => index !== at && index !== at + 1), Number(args[at + 1])];
}
