import type { UnitFinder } from '../dictionary/find-units.ts';
import type { Negation } from '../lexicon/negations.ts';
import { findNegations } from '../lexicon/negations.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** So much of what a negation turns round must stand in the other text to be the same thing, in characters. */
const LEAST = 4;
/** A form as unlikely as this is not the word. */
const LIKELY = 0.4;
/** A negation turns round a word that begins so near after it, in characters. */
const REACH = { zh: 3, en: 14 };

/** What one of the two denies and the other states: `不得转让` against `可以转让`. */
export function compareNegations(claim: ReadClaim, evidence: Evidence, find: UnitFinder): Finding[] {
  const { text } = evidence.sentence;
  const denied = deniedIn(claim.text)
    .map((phrase) => ({ phrase, other: stanceOn(text, phrase) }))
    .find(({ other }) => other === 'stated');
  if (denied) return [{ fact: 'negation', outcome: 'differs', claimed: `不${denied.phrase}`, found: denied.phrase }];
  const stated = deniedIn(text)
    .map((phrase) => ({ phrase, other: stanceOn(claim.text, phrase) }))
    .find(({ other }) => other === 'stated');
  if (stated) return [{ fact: 'negation', outcome: 'differs', claimed: stated.phrase, found: `不${stated.phrase}` }];
  return turnedWords(claim, evidence, find);
}

/** The Chinese stretches after each negation of a text. */
function deniedIn(text: string): string[] {
  return findNegations(text)
    .map(({ end }) => /^\p{Script=Han}+/u.exec(text.slice(end))?.[0] ?? '')
    .filter((phrase) => phrase.length >= LEAST);
}

/** Whether a text denies or states the longest beginning of a phrase that it holds. */
function stanceOn(text: string, phrase: string): 'denied' | 'stated' | 'silent' {
  for (let length = phrase.length; length >= LEAST; length--) {
    const at = text.indexOf(phrase.slice(0, length));
    if (at >= 0) return findNegations(text).some(({ end }) => end === at) ? 'denied' : 'stated';
  }
  return 'silent';
}

/** Words of the claim that one side turns round and the other does not. */
function turnedWords(claim: ReadClaim, { sentence: { text }, passage }: Evidence, find: UnitFinder): Finding[] {
  const claimed = stancesIn(claim.text, find, claim.language);
  const found = stancesIn(text, find, passage.report.language);
  return claim.words.flatMap(({ concept, label, isName }): Finding[] => {
    const at = claim.text.indexOf(label);
    const [one, other] = [
      claimed.get(concept) ?? stanceAt(claim.text, claim.negations, at, claim.language),
      found.get(concept),
    ];
    if (isName || other === undefined || ![one, other].includes('turned') || ![one, other].includes('free')) return [];
    return [
      {
        fact: 'negation',
        outcome: 'differs',
        claimed: one === 'turned' ? `不 ${label}` : label,
        found: other === 'turned' ? `不 ${label}` : label,
      },
    ];
  });
}

const MARKS = '，。；：,;:.';

function startOfClause(text: string, at: number): number {
  let start = at;
  while (start > 0 && !MARKS.includes(text.charAt(start - 1))) start -= 1;
  return start;
}

/**
 * Whether a negation stands right before a word, somewhere before it in its clause, or nowhere there; `mixed`: now so,
 * now so.
 */
type Stance = 'turned' | 'covered' | 'free' | 'mixed';

/** How each concept stands in a text. */
function stancesIn(text: string, find: UnitFinder, language: 'zh' | 'en'): Map<number, Stance> {
  const { canonical, occurrences } = find(text);
  const negations = findNegations(canonical);
  const likely = occurrences.filter(({ share }) => share > LIKELY);
  const stanceOf = new Map(
    [...new Set(likely.map(({ start }) => start))].map((start) => [
      start,
      stanceAt(canonical, negations, start, language),
    ]),
  );
  return new Map(
    [...Map.groupBy(likely, ({ unit }) => unit)].map(([unit, placed]) => {
      const stances = new Set(placed.map(({ start }) => stanceOf.get(start) ?? 'free'));
      const [stance = 'mixed'] = stances;
      return [unit, stances.size === 1 ? stance : 'mixed'];
    }),
  );
}

function stanceAt(text: string, negations: readonly Negation[], at: number, language: 'zh' | 'en'): Stance {
  const clause = startOfClause(text, at);
  const before = negations.filter(({ end }) => clause <= end && end <= at);
  if (before.some(({ end }) => at - end <= REACH[language])) return 'turned';
  return before.length > 0 ? 'covered' : 'free';
}
