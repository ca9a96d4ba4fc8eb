import type { Comparison } from '../quantities/compare-quantities.ts';
import { areComparable, compareQuantities } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import { clauseShare } from './affinity.ts';
import type { Finding } from './finding.ts';
import { respectiveQuantity } from './respective.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** A claimed figure with what was found for it, and the quantity that it was compared with. */
export interface FigureFinding {
  finding: Finding;
  claimed: Quantity;
  found?: Quantity;
}

/**
 * Compares each figure of a claim with those of a sentence, and of its neighbours where the sentence has none like it.
 */
export function compareFigures(claim: ReadClaim, evidence: Evidence, find: UnitFinder): FigureFinding[] {
  const held = findQuantities(evidence.sentence.text).filter(isFigure);
  return claim.figures.map((claimed) => {
    const listed = respectiveQuantity(claim, claimed, evidence, find);
    if (listed) return judge(claimed, listed, compareQuantities(claimed, listed));
    const found = bestOf(claim, claimed, held, evidence);
    return found ?? besideOf(claimed, evidence);
  });
}

/**
 * The quantity that says the same, unless the claim's words stand with another one; else the one of the same kind whose
 * clause says most of the claim's words.
 */
function bestOf(claim: ReadClaim, claimed: Quantity, held: Quantity[], evidence: Evidence): FigureFinding | undefined {
  const compared = held
    .map((found) => ({
      found,
      comparison: compareQuantities(claimed, found),
      fit: clauseShare(claim, found, evidence),
    }))
    .filter(({ comparison }) => comparison !== 'other kind')
    .toSorted((a, b) => b.fit - a.fit);
  const rival = compared.find(
    ({ found, comparison }) =>
      !proves(comparison) &&
      countsTheSame(claim.text, claimed, evidence.sentence.text, found) &&
      !isClaimed(claim, found),
  );
  const named = compared.find(
    ({ found, comparison }) => comparison === 'same' && nameTheSame(claim.text, claimed, evidence.sentence.text, found),
  );
  if (named) return judge(claimed, named.found, named.comparison);
  const agreed = compared.find(({ comparison }) => proves(comparison));
  const isBetter = agreed && (!rival || agreed.fit * (agreed.comparison === 'same' ? FAR_BETTER : BETTER) >= rival.fit);
  const best = isBetter ? agreed : (rival ?? agreed);
  return best && judge(claimed, best.found, best.comparison);
}

/**
 * So many times as many of the claim's words must stand with another quantity that one that agrees is taken for chance.
 */
const FAR_BETTER = 2.5;
const BETTER = 1.1;

function proves(comparison: Comparison): boolean {
  return comparison === 'same' || comparison === 'compatible';
}

/** A figure that the claim gives elsewhere is not what stands in this one's place. */
function isClaimed(claim: ReadClaim, found: Quantity): boolean {
  return claim.figures.some((figure) => compareQuantities(figure, found) === 'same');
}

function judge(claimed: Quantity, found: Quantity, comparison: Comparison): FigureFinding {
  if (proves(comparison))
    return { claimed, found, finding: { fact: 'figure', outcome: 'agrees', claimed: claimed.text } };
  if (comparison === 'different')
    return {
      claimed,
      found,
      finding: { fact: 'figure', outcome: 'differs', claimed: spoken(claimed), found: spoken(found) },
    };
  return { claimed, finding: { fact: 'figure', outcome: 'silent', claimed: claimed.text } };
}

function besideOf(claimed: Quantity, { before, after }: Evidence): FigureFinding {
  const found = [...findQuantities(before), ...findQuantities(after)].find(
    (other) => compareQuantities(claimed, other) === 'same',
  );
  if (found) return { claimed, finding: { fact: 'figure', outcome: 'agrees', claimed: claimed.text, isBeside: true } };
  return { claimed, finding: { fact: 'figure', outcome: 'silent', claimed: claimed.text } };
}

/** Counts can be told apart only where the thing that is counted is named alike; shares and money always. */
function countsTheSame(claimText: string, claimed: Quantity, foundText: string, found: Quantity): boolean {
  if (!areComparable(claimed, found)) return false;
  if (claimed.kind !== 'count' || (claimed.unit !== '' && claimed.unit === found.unit)) return true;
  const [one, other] = [thingAfter(claimText, claimed), thingAfter(foundText, found)];
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
  if (one === '' || other === '')
    return (
      (CLASSIFIED.test(claimed.text) && CLASSIFIED.test(found.text)) || (claimed.low >= LARGE && found.low >= LARGE)
    );
  // In two languages the words of the thing are compared with all others, as words of the claim.
  if (isChinese(one) !== isChinese(other))
    return claimed.unit === '' || found.unit === '' || claimed.unit === found.unit;
  return sharesPair(one, other);
}

/** The same measure word, and the same thing after it. */
function nameTheSame(claimText: string, claimed: Quantity, foundText: string, found: Quantity): boolean {
  return claimed.kind === 'count' && sharesPair(thingAfter(claimText, claimed), thingAfter(foundText, found));
}

function sharesPair(one: string, other: string): boolean {
  return [...one].some((_, at) => at + 2 <= one.length && other.includes(one.slice(at, at + 2)));
}

/** With the measure word of things in general. */
const CLASSIFIED = /个$/u;
/** Numbers so large are seldom of different things in one sentence about the same. */
const LARGE = 10_000;
const THING = 4;

function thingAfter(text: string, { end }: Quantity): string {
  const rest = text.slice(end);
  return (
    /^[^\S\n]*[的]?(?<thing>\p{Script=Han}{1,4})/u.exec(rest)?.groups?.['thing']?.slice(0, THING) ??
    /^\s*(?<thing>[a-z]+(?: [a-z]+)?)/iu.exec(rest)?.groups?.['thing'] ??
    ''
  );
}

const SPOKEN: Record<Quantity['qualifier'], string> = {
  exact: '',
  about: '≈',
  nearly: '<≈',
  over: '>',
  under: '<',
  at_least: '≥',
  at_most: '≤',
};

/** `>9000万户` for a quantity that is said to be more. */
function spoken({ text, qualifier }: Quantity): string {
  return `${SPOKEN[qualifier]}${text}`;
}
