import { directionAt } from '../lexicon/direction-at.ts';
import type { Direction } from '../lexicon/directions.ts';
import { findDirections } from '../lexicon/directions.ts';
import type { FigureFinding } from './compare-figures.ts';
import { affinity } from './affinity.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** So far before a direction stands what it is that rises or falls, in characters. */
const BEFORE = 16;
/** A clause that holds less than this share of the words of the best one speaks of something else. */
const NEAR_BEST = 0.7;

/** What a pair of characters that both say counts, against the weights of words. */
const RARE_WORD = 4;
/** Only these say enough by themselves to be missed. */
const ESSENTIAL: readonly Direction['axis'][] = ['change', 'result', 'trade', 'goal'];

/**
 * Compares the directions of a claim with those of a sentence: at the same figure where there is one, else in the
 * clause that fits best.
 */
export function compareDirections(claim: ReadClaim, evidence: Evidence, figures: readonly FigureFinding[]): Finding[] {
  const held = findDirections(evidence.sentence.text);
  return claim.directions.flatMap((claimed) => {
    const figure = figures.find(
      ({ claimed: quantity, found }) =>
        found && directionAt(claim.directions, claim.text, quantity, claimed.axis) === claimed,
    );
    const atFigure = figure?.found && directionAt(held, evidence.sentence.text, figure.found, claimed.axis);
    const finding = atFigure ? judge(claimed, atFigure) : inBestClause(claim, claimed, held, evidence);
    return finding.outcome === 'silent' && !ESSENTIAL.includes(claimed.axis) ? [] : [finding];
  });
}

function inBestClause(claim: ReadClaim, claimed: Direction, held: Direction[], evidence: Evidence): Finding {
  const sameAxis = held
    .filter(({ axis }) => axis === claimed.axis)
    .map((direction) => ({
      direction,
      fit:
        affinity(claim, direction, evidence) +
        RARE_WORD * likenessBefore(claim.text, claimed, evidence.sentence.text, direction),
    }))
    .toSorted((a, b) => b.fit - a.fit);
  const best = sameAxis[0];
  if (!best) return { fact: 'direction', outcome: 'silent', claimed: claimed.text };
  const agreeing = sameAxis.find(
    ({ direction, fit }) => direction.sign === claimed.sign && fit >= NEAR_BEST * best.fit,
  );
  return judge(claimed, (agreeing ?? best).direction);
}

function judge(claimed: Direction, found: Direction): Finding {
  if (claimed.sign === found.sign) return { fact: 'direction', outcome: 'agrees', claimed: claimed.text };
  return { fact: 'direction', outcome: 'differs', claimed: claimed.text, found: found.text };
}

/** Pairs of characters that stand before both directions in their clauses: what it is that rises or falls. */
function likenessBefore(claimText: string, claimed: Direction, foundText: string, found: Direction): number {
  const [one, other] = [clauseBefore(claimText, claimed), clauseBefore(foundText, found)];
  return [...one].filter(
    (_, at) =>
      at + 2 <= one.length &&
      /^\p{Script=Han}{2}$/u.test(one.slice(at, at + 2)) &&
      other.includes(one.slice(at, at + 2)),
  ).length;
}

function clauseBefore(text: string, { start }: Direction): string {
  return (
    text
      .slice(Math.max(0, start - BEFORE), start)
      .split(/[，。；;]/u)
      .at(-1) ?? ''
  );
}
