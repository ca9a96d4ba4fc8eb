import type { Negation } from '../lexicon/negations.ts';
import { findNegations } from '../lexicon/negations.ts';
import type { StanceKind } from '../domain/statement.ts';
import type { Stance } from '../lexicon/stances.ts';
import { findStances } from '../lexicon/stances.ts';
import { splitClauses } from '../text/clauses.ts';
import { splitSentences } from '../text/sentences.ts';
import type { WordLikeness } from './align.ts';
import type { ReadText } from './figure-zones.ts';
import type { ClausePair, ReadSentence } from './pair-clauses.ts';

/** Kinds of the claim by which it may tell a kind of the report. */
const TOLD_BY: Record<StanceKind, readonly StanceKind[]> = {
  planned: ['planned', 'unsure', 'conditional', 'asked'],
  unsure: ['unsure', 'planned', 'conditional', 'asked'],
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

/**
 * What a claim states and its report only plans, supposes, asks or denies, or the other way round: clause by clause,
 * with what stands around a quote in its sentence.
 * @returns the words that make the difference
 */
export function otherStances(
  claim: string,
  pairs: readonly ClausePair[],
  sentences: readonly ReadSentence[],
): string[] {
  const said = findStances(claim);
  const saysNo = findNegations(claim).length > 0;
  const anywhere = sentences.flatMap(({ text }) => stancesOf(text));
  const lost = pairs.flatMap(({ places }) => {
    const each = places.map(({ sentence, clause }) =>
      stancesOf(sentence.text).filter(
        (stance) =>
          stance.from < clause.end &&
          clause.start < stance.to &&
          !said.some((own) => TOLD_BY[stance.kind].includes(own.kind)) &&
          !(stance.kind === 'denied' && saysNo),
      ),
    );
    return each.some((missing) => missing.length === 0) ? [] : (each[0] ?? []);
  });
  const added = said.filter(
    ({ kind }) => kind !== 'denied' && !anywhere.some((other) => RESTS_ON[kind].includes(other.kind)),
  );
  return [...new Set([...lost, ...added].map(({ text }) => text))];
}

function stancesOf(text: string): Stance[] {
  return splitSentences(text).flatMap(({ text: sentence, span }) =>
    findStances(sentence).map((stance) => ({
      ...stance,
      from: stance.from + span.start,
      to: stance.to + span.start,
    })),
  );
}

/** Clauses of a claim that deny what their places in the quotes state, or state what these deny. */
export function otherDenials(
  claim: ReadText,
  pairs: readonly ClausePair[],
  sentences: readonly ReadSentence[],
): string[] {
  const own = negationsOf(claim);
  const isAnyDenied = sentences.some((sentence) => negationsOf(sentence).length > 0);
  return pairs.flatMap(({ clause, places }) => {
    const negation = own.find(({ start }) => start >= clause.start && start < clause.end);
    if (places.length === 0) return negation && !isAnyDenied ? [negation.text] : [];
    const denied = places.map(({ sentence, clause: other }) =>
      negationsOf(sentence).find(({ start }) => start >= startOf(sentence, other.start) && start < other.end),
    );
    if (denied.some((each) => (each === undefined) === (negation === undefined))) return [];
    return [negation?.text ?? denied[0]?.text ?? ''];
  });
}

/** A short clause before goes with the one that it begins: `没有一家，…`. */
const SHORT = 4;

function startOf({ text }: ReadSentence, start: number): number {
  const before = splitClauses(text).findLast((clause) => clause.end <= start);
  return before && before.end - before.start <= SHORT ? before.start : start;
}

/** What a negation turns round stands so near behind it, in characters, and is so many words. */
const REACH = { zh: 8, en: 24 };
const TURNED = 2;
const SAME = 0.75;

/** Words of a claim that denies nothing, of which the quotes deny what they say. */
export function deniedWords(claim: ReadText, sentences: readonly ReadSentence[], alike: WordLikeness): string[] {
  if (negationsOf(claim).length > 0) return [];
  const turned = sentences.flatMap((sentence) =>
    negationsOf(sentence).flatMap(({ end }) => {
      const { text, words } = sentence;
      const reach = end + REACH[/\p{Script=Han}/u.test(text) ? 'zh' : 'en'];
      const stop = splitClauses(text).find((clause) => clause.end > end)?.end ?? text.length;
      return words.filter((word) => word.start >= end && word.end <= Math.min(reach, stop)).slice(0, TURNED);
    }),
  );
  const denied = turned.filter(({ isName }) => !isName);
  return claim.words
    .filter((word) => !word.isName && denied.some((other) => alike(word, other) >= SAME))
    .map(({ text }) => `${text} (denied)`);
}

/** The negations of a text, but for what is a part of a name: 雷克雅未克. */
function negationsOf({ text, words }: ReadText): Negation[] {
  return findNegations(text).filter(
    (negation) => !words.some((word) => word.isName && word.start <= negation.start && negation.start < word.end),
  );
}
