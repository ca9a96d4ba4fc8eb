import type { Qualifier } from '../domain/quantity.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Binding } from './bind-figures.ts';
import type { AlignedWord, ComparedFigure, Comparison } from './comparison.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';

/**
 * A name of which so little is said is nobody's there: of 99 true sentences with a strange name in them 70 % have one,
 * of 120 as they are 8 % (`npm run fit -- comparison`).
 */
const STRANGE = 0.4;
/**
 * From here on the words beside a figure are another figure's. Of two facts whose owners were exchanged, with names off
 * every list, all of 100 reach it, and of 120 true sentences of the open set 4 %.
 */
const ANOTHERS = 0.25;

/** Weight from which on a word names a thing. */
const THING = 1;
/** So much of what tells a figure apart stands beside another one only. */
const ELSEWHERE = 0.45;

/**
 * What settles that a claim is not proved, whatever else its quotes say: a name of nobody there; a figure that is not
 * theirs, or theirs of another, of another time, of a limit, of another move; what they deny, only plan, or have done
 * the other way round.
 */
export function findFaults(comparison: Comparison): Fault[] {
  // Across languages the dictionary takes some words for the other end.
  const turned = comparison.isAcross ? [] : comparison.turned;
  const faults = [...strangers(comparison), ...comparison.figures.flatMap(faultsOf), ...comparison.faults];
  return faults.length > 0 ? faults : turned;
}

/** A fault for people: the words of the claim, with what is wrong about them in brackets. */
export function tellFault({ claimed, at = claimed, how }: Fault): string {
  return how === undefined ? at : `${at} (${how})`;
}

/** Of the names of a claim, those that neither its quotes nor what stands around them say in any way. */
function strangers({ words, isAcross }: Comparison): Fault[] {
  return words.flatMap(({ word, share, instead }, at): Fault[] =>
    share < STRANGE && (word.isName || (!isAcross && goesOnAName(word, words[at - 1])))
      ? [{ fact: 'name', claimed: word.text, ...foundAs(instead), ...(isAcross ? { isUnsure: true } : {}) }]
      : [],
  );
}

/** `A研究院`: a thing right behind a name in Chinese makes it another one's. */
function goesOnAName({ start, language, weight }: AlignedWord['word'], before: AlignedWord | undefined): boolean {
  return language === 'zh' && weight >= THING && before?.word.isName === true && before.word.end === start;
}

function faultsOf(compared: ComparedFigure): Fault[] {
  if (compared.outcome === 'reckoned') {
    const { figure, reckoning, isMovedOtherwise } = compared;
    const found = reckoning.operands.map(({ text }) => text).join(' / ');
    return isMovedOtherwise ? [{ fact: 'direction', claimed: figure.text, found, how: 'risen or fallen' }] : [];
  }
  const { outcome, figure, binding } = compared;
  const other: Fault = {
    fact: 'figure',
    claimed: told(figure),
    at: figure.text,
    ...foundAs(tellInstead(figure, binding)),
  };
  if (outcome === 'unproved') return [other];
  const { margin, elsewhere, isOfAnother, time, times, moves } = binding;
  const isAnothers = margin >= ANOTHERS || binding.isExchanged || elsewhere >= ELSEWHERE;
  const faults: (Fault | false)[] = [
    isAnothers && { ...other, how: 'of what' },
    binding.isOfAnotherKind && { ...other, how: 'of what' },
    isOfAnother && !isAnothers && { ...other, how: 'of whom' },
    (time === 'other' || time === 'wider') && {
      fact: 'time',
      claimed: times?.claimed ?? figure.text,
      at: figure.text,
      ...foundAs(times?.found),
      how: 'when',
    },
    binding.isMovedOtherwise && {
      fact: 'direction',
      claimed: moves?.claimed ?? figure.text,
      at: figure.text,
      ...foundAs(moves?.found),
      how: 'risen, fallen or level',
    },
    binding.isLimitDropped && { fact: 'figure', claimed: figure.text, how: 'a limit' },
    binding.isOtherwiseMeant && { fact: 'figure', claimed: figure.text, how: 'a part of it, or below zero' },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The figure that stands where the words of another one do, when it cannot be that one. */
function tellInstead(figure: Quantity, { instead }: Binding): string | undefined {
  if (!instead || 'rank' in instead.mark) return undefined;
  // A bare number may count anything.
  if (instead.mark.unit === '' && instead.mark.kind === 'count' && figure.unit !== '') return undefined;
  return compareQuantities(figure, instead.mark) === 'different' ? told(instead.mark) : undefined;
}

const TOLD: Record<Qualifier, string> = {
  exact: '',
  about: '≈',
  nearly: '<≈',
  over: '>',
  under: '<',
  at_least: '≥',
  at_most: '≤',
};

/** `>9000万户` for a quantity that is said to be more. */
function told({ text, qualifier }: Quantity): string {
  return `${TOLD[qualifier]}${text}`;
}
