import type { UnitFinder } from '../retrieve/find-units.ts';
import { findNegations } from '../text/negations.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** So much of what a negation turns round must stand in the other text to be the same thing, in characters. */
const LEAST = 4;
/** A negation turns round a word that begins so near after it, in characters. */
const REACH = { zh: 3, en: 14 };

/** What one of the two denies and the other states: `不得转让` against `可以转让`. */
export function compareNegations(claim: ReadClaim, evidence: Evidence, find: UnitFinder): Finding[] {
  const { text } = evidence.sentence;
  const denied = deniedIn(claim.text).map((phrase) => ({ phrase, other: stanceOn(text, phrase) })).find(({ other }) => other === 'stated');
  if (denied) return [{ fact: 'negation', outcome: 'differs', claimed: `不${denied.phrase}`, found: denied.phrase }];
  const stated = deniedIn(text).map((phrase) => ({ phrase, other: stanceOn(claim.text, phrase) })).find(({ other }) => other === 'stated');
  if (stated) return [{ fact: 'negation', outcome: 'differs', claimed: stated.phrase, found: `不${stated.phrase}` }];
  return turnedWords(claim, evidence, find);
}

/** The Chinese stretches after each negation of a text. */
function deniedIn(text: string): string[] {
  return findNegations(text).map(({ end }) => /^\p{Script=Han}+/u.exec(text.slice(end))?.[0] ?? '').filter((phrase) => phrase.length >= LEAST);
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
  const claimed = turnedIn(claim.text, find, claim.language);
  const found = turnedIn(text, find, passage.report.language);
  return claim.words.flatMap(({ concept, label, isName }): Finding[] => {
    if (isName) return [];
    const [one, other] = [claimed.get(concept), found.get(concept)];
    if (claimed.get(concept) === 'mixed') return [];
    const own = one ?? claim.negations.some(({ end }) => isNear(claim.text, end, claim.text.indexOf(label), claim.language));
    if (other === undefined || other === 'mixed' || own === other) return [];
    return [{ fact: 'negation', outcome: 'differs', claimed: own ? `不 ${label}` : label, found: other ? `不 ${label}` : label }];
  });
}

/** For each concept in a text whether a negation turns it round everywhere (true) or nowhere (false). */
function turnedIn(text: string, find: UnitFinder, language: 'zh' | 'en'): Map<number, boolean | 'mixed'> {
  const { canonical, occurrences } = find(text);
  const negations = findNegations(canonical);
  const turned = Map.groupBy(occurrences.filter(({ share }) => share > 0.4), ({ unit }) => unit);
  const all = [...turned].map(([unit, found]) => [unit, found.map(({ start }) => negations.some(({ end }) => isNear(canonical, end, start, language)))] as const);
  return new Map(all.map(([unit, flags]) => [unit, new Set(flags).size === 1 ? flags[0] === true : 'mixed'] as const));
}

function isNear(text: string, from: number, to: number, language: 'zh' | 'en'): boolean {
  return to >= from && to - from <= REACH[language] && !/[，。；：,;:.]/u.test(text.slice(from, to));
}
