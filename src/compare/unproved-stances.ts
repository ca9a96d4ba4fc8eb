import { splitClauses } from '../text/clauses.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { fold } from '../text/fold-text.ts';
import { detectLanguage } from '../text/language.ts';
import { findNegations } from '../lexicon/negations.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { splitSentences } from '../text/sentences.ts';
import type { StanceKind } from '../domain/statement.ts';
import { findStances } from '../lexicon/stances.ts';
import { isFigure } from './placed-quantity.ts';
import type { QuotedSentence } from './quoted-sentences.ts';
import { sharedPairs } from './shared-pairs.ts';

/** Kinds of the claim by which it may tell a kind of the report. */
const TOLD_BY: Record<StanceKind, readonly StanceKind[]> = {
  planned: ['planned', 'unsure', 'conditional', 'asked'],
  unsure: ['unsure', 'conditional', 'asked'],
  conditional: ['conditional'],
  asked: ['asked'],
  denied: ['denied'],
};
/** Kinds of the report that a kind of the claim may rest on. */
const RESTS_ON: Record<StanceKind, readonly StanceKind[]> = {
  planned: ['planned', 'unsure', 'conditional'],
  unsure: ['unsure', 'planned', 'conditional'],
  conditional: ['conditional'],
  asked: ['asked', 'unsure'],
  denied: ['denied'],
};
/** Only some of those that the quote goes on to name. */
const FEW =
  /(?:少数|部分|一些|有些|个别|几乎没有|\b(?:some|few|several|certain|hardly any|almost no))[^，。；,.;]{0,4}$/iu;
const SAYS_FEW = /少数|部分|一些|有些|个别|几乎|几家|\b(?:some|few|several|certain|hardly|almost)\b/iu;
/** A part of a sentence that is shorter says nothing to compare, in characters. */
const LEAST = 4;
/** Clauses that share fewer words or pairs of characters do not tell the same. */
const ALIKE = 2;

/**
 * What a claim states and the report only plans, supposes, asks or denies, or the other way round. What stands beside a
 * quote in its sentence counts: `no` cut off before it, `is a rumour` after it.
 * @returns the words of the report, or of the claim, that make the difference
 */
export function unprovedStances(claim: string, sentences: readonly QuotedSentence[]): string[] {
  const cut = sentences.flatMap((sentence) => cutOff(claim, sentence));
  const figures = findQuantities(claim).filter(isFigure);
  const places = sentences.flatMap((sentence) =>
    findQuantities(sentence.text)
      .filter(({ start, end }) => start >= sentence.from && end <= sentence.to)
      .map((quantity) => ({ sentence, quantity })),
  );
  const anchored = figures.flatMap((figure) => {
    const alike = places
      .filter(({ quantity }) => compareQuantities(figure, quantity) === 'same')
      .map(({ sentence, quantity }) => stancesAt(sentence.text, quantity));
    return alike.length === 0 ? [] : [{ said: stancesAt(claim, figure), held: alike }];
  });
  const differing = [...anchored, ...comparedClauses(claim, sentences, anchored.length > 0)].flatMap(
    ({ said, held }) => {
      const differences = held.map((each) => differenceOf(said, each, claim));
      return differences.some((each) => each.length === 0) ? [] : (differences[0] ?? []);
    },
  );
  return [...new Set([...cut, ...differing])];
}

/** How the claim stands to a part of it, and how the quotes stand to each place that tells the same. */
interface Compared {
  said: Said[];
  held: Said[][];
}

interface Said {
  kind: StanceKind;
  text: string;
}

function differenceOf(said: readonly Said[], held: readonly Said[], claim: string): string[] {
  const isTold = ({ kind }: Said) =>
    said.some((own) => TOLD_BY[kind].includes(own.kind)) || (kind === 'denied' && findNegations(claim).length > 0);
  const rests = ({ kind }: Said) => held.some((other) => RESTS_ON[kind].includes(other.kind));
  return [
    ...held.filter((each) => !isTold(each)),
    ...said.filter((each) => each.kind !== 'denied' && !rests(each)),
  ].map(({ text }) => text);
}

function stancesAt(text: string, { start, end }: { start: number; end: number }): Said[] {
  return splitSentences(text).flatMap((sentence) =>
    findStances(sentence.text).filter(
      ({ from, to }) => from + sentence.span.start < end && start < to + sentence.span.start,
    ),
  );
}

/**
 * Clauses without figures: in one language each with the clause most like it; else, when no figure tells the place, all
 * with all.
 */
function comparedClauses(claim: string, sentences: readonly QuotedSentence[], hasPlace: boolean): Compared[] {
  const quoted = sentences.flatMap((sentence) =>
    splitClauses(sentence.text).flatMap((clause) => {
      const [start, end] = [Math.max(clause.start, sentence.from), Math.min(clause.end, sentence.to)];
      return end - start < LEAST
        ? []
        : [{ text: sentence.text.slice(start, end), stances: stancesAt(sentence.text, { start, end }) }];
    }),
  );
  const together =
    quoted.length === 0
      ? []
      : [{ said: stancesAt(claim, { start: 0, end: claim.length }), held: [quoted.flatMap(({ stances }) => stances)] }];
  if (quoted.some(({ text }) => detectLanguage(text) !== detectLanguage(claim))) {
    return hasPlace ? [] : together;
  }
  const compared = splitClauses(claim)
    .filter(({ text }) => !findQuantities(text).some(isFigure))
    .flatMap((clause) => {
      const likeness = quoted.map(({ text }) => sharedPairs(clause.text, text));
      const most = Math.max(...likeness);
      return most < ALIKE
        ? []
        : [
            {
              said: stancesAt(claim, clause),
              held: quoted.filter((_, at) => likeness[at] === most).map(({ stances }) => stances),
            },
          ];
    });
  return hasPlace || compared.length > 0 ? compared : together;
}

/** What stands before the quote in its clause and turns it round: a negation, or how few they are. */
function cutOff(claim: string, { text, from, to }: QuotedSentence): string[] {
  const clause = splitClauses(text).find(({ start, end }) => start <= from && from < end);
  const before = text.slice(clause?.start ?? 0, from);
  if (fold(before) === '' || to <= from) return [];
  const few = SAYS_FEW.test(claim) ? undefined : FEW.exec(before)?.[0];
  const negations = findNegations(text).filter(
    ({ start, end }) => start >= (clause?.start ?? 0) && start < from && end <= from + 1,
  );
  return [...negations.map((negation) => negation.text), ...(few === undefined ? [] : [few])];
}
