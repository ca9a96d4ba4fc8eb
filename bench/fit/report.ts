// Prints what gets past the proof of a model's sentences, as the suite is written and with words that are on no list:
// `npm run fit -- report [--seed N] [--only SET] [--json] [--show]`.
import { parseArgs } from 'node:util';
import type { JudgedCase, ProofScore } from '../../tests/support/off-list/score.ts';
import { scoreOf, scoresBy, scoresByLanguage } from '../../tests/support/off-list/score.ts';
import { judgedSets, SEED } from '../../tests/support/off-list/proof-sets.ts';

/** Characters of a quote that are printed. */
const LONGEST = 300;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, json: { type: 'boolean' }, show: { type: 'boolean' } },
});
const isAsked = (name: string) => name.includes(values.only ?? '');
const judged = await judgedSets(Number(values.seed ?? SEED), isAsked);

if (values.json === true) console.log(JSON.stringify(judged.map(asJson), undefined, 2));
else for (const set of judged) printSet(set);

function asJson({ name, cases }: { name: string; cases: JudgedCase[] }) {
  const wrong = cases.filter(({ isTrue, isShown }) => isTrue !== isShown);
  return {
    name,
    ...scoreOf(cases),
    languages: Object.fromEntries(scoresByLanguage(cases)),
    kinds: Object.fromEntries(scoresBy(cases, ({ kind }) => kind)),
    ...(values.show === true
      ? { wrong: wrong.map(({ kind, text, attempts, isTrue }) => ({ kind, text, attempts, isTrue })) }
      : {}),
  };
}

function printSet({ name, cases }: { name: string; cases: JudgedCase[] }): void {
  console.log(`\n${line(name, scoreOf(cases))}`);
  for (const [language, score] of scoresByLanguage(cases)) console.log(line(`  ${language}`, score));
  for (const [kind, score] of scoresBy(cases, (one) => one.kind)) console.log(line(`    ${kind}`, score));
  if (values.show !== true) return;
  for (const { text, attempts, isTrue } of cases.filter((one) => one.isTrue !== one.isShown)) {
    const cited = attempts[0]?.map(({ quote }) => quote).join(' + ') ?? '';
    console.log(
      `  ${isTrue ? 'held back' : 'shown'}: ${text} ← ` +
        (cited.length > LONGEST ? `${cited.slice(0, LONGEST)}…` : cited),
    );
  }
}

function line(name: string, { lies, liesShown, truths, truthsHeldBack }: ProofScore): string {
  const shown = lies === 0 ? '' : `lies shown ${liesShown} of ${lies}`;
  const heldBack = truths === 0 ? '' : `truths held back ${truthsHeldBack} of ${truths}`;
  return `${name.padEnd(44)} ${shown.padEnd(24)} ${heldBack}`.trimEnd();
}
