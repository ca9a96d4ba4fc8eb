import type { Negation } from '../lexicon/negations.ts';
import { findNegations } from '../lexicon/negations.ts';
import type { StanceKind } from '../domain/statement.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { Stance } from '../lexicon/stances.ts';
import { findStances } from '../lexicon/stances.ts';
import { rememberFor } from '../text/remember.ts';
import { splitSentences } from '../text/sentences.ts';
import { holdsHan } from '../text/holds-letters.ts';
import type { WordLikeness } from './align.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import type { ClausePair } from './pair-clauses.ts';
import { hanAtStart } from '../text/starts-with.ts';

/** Kinds of the claim by which it may tell a kind of the report. */
const TOLD_BY: Record<StanceKind, readonly StanceKind[]> = {
  planned: ['planned', 'unsure', 'conditional', 'asked'],
  unsure: ['unsure', 'planned', 'conditional', 'asked'],
  conditional: ['conditional'],
  asked: ['asked'],
  denied: ['denied'],
};
/** A plan may be told so, and what only may be may not. */
const COMES = wordsOf('says that it comes');
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
 */
export function otherStances(claim: ReadText, pairs: readonly ClausePair[], sentences: readonly ReadText[]): Fault[] {
  const said = stancesOf(claim);
  const saysNo = findNegations(claim.text).length > 0;
  const anywhere = sentences.flatMap(stancesOf);
  const lost = pairs.flatMap(({ clause: told, places }) => {
    const each = places.map(({ sentence, clause }) =>
      stancesOf(sentence).filter(
        (stance) =>
          stance.from < clause.end &&
          clause.start < stance.to &&
          !said.some((own) => tells(own, stance)) &&
          !(stance.kind === 'denied' && saysNo),
      ),
    );
    const [first] = each;
    const missed = each.some((missing) => missing.length === 0) ? [] : (first ?? []);
    const found = places[0]?.clause.text;
    return missed.map(({ text }): Fault => ({ fact: 'stance', claimed: told.text, at: text, ...foundAs(found) }));
  });
  const added = said.filter(
    ({ kind }) => kind !== 'denied' && !anywhere.some((other) => RESTS_ON[kind].includes(other.kind)),
  );
  return [
    ...lost.filter(({ at }, index) => lost.findIndex((other) => other.at === at) === index),
    ...unique(added).map((text): Fault => ({ fact: 'stance', claimed: text })),
  ];
}

function tells(own: Stance, held: Stance): boolean {
  return TOLD_BY[held.kind].includes(own.kind) && !(held.kind === 'unsure' && COMES.is(own.text));
}

function unique(stances: readonly Stance[]): string[] {
  return [...new Set(stances.map(({ text }) => text))];
}

/** What of a text is planned, supposed, asked or denied. */
export const stancesOf = rememberFor(({ text }: ReadText): Stance[] => {
  return splitSentences(text).flatMap(({ text: sentence, span }) =>
    findStances(sentence).map((stance) => ({
      ...stance,
      from: stance.from + span.start,
      to: stance.to + span.start,
    })),
  );
});

/** Clauses of a claim that deny what their places in the quotes state, or state what these deny. */
export function otherDenials(claim: ReadText, pairs: readonly ClausePair[], sentences: readonly ReadText[]): Fault[] {
  const own = negationsOf(claim);
  const isAnyDenied = sentences.some((sentence) => negationsOf(sentence).length > 0);
  return pairs.flatMap(({ clause, share, places }) => {
    const negation = own.find(({ start }) => start >= clause.start && start < clause.end);
    if (places.length === 0)
      return negation && !isAnyDenied ? [{ fact: 'negation' as const, claimed: negation.text }] : [];
    const denied = places.map(({ sentence, clause: other }) =>
      negationsOf(sentence).find(({ start }) => start >= startOf(sentence, other.start) && start < other.end),
    );
    if (denied.some((each) => (each === undefined) === (negation === undefined))) return [];
    const found = share >= SAME ? places[0]?.clause.text : undefined;
    return [
      { fact: 'negation' as const, claimed: clause.text, ...foundAs(found), how: negation ? 'denied' : 'stated' },
    ];
  });
}

/** A short clause before goes with the one that it begins: `没有一家，…`. */
const SHORT = 4;

function startOf(sentence: ReadText, start: number): number {
  const before = clausesOf(sentence).findLast((clause) => clause.end <= start);
  return before && before.end - before.start <= SHORT ? before.start : start;
}

/** So much of what a negation turns round must stand in the other text to be the same thing, in characters. */
const LEAST_PHRASE = 4;

/** What one of the two denies and the other states in the same words: `不公开为例外` against `公开为例外`. */
export function turnedPhrases(claim: ReadText, sentences: readonly ReadText[]): Fault[] {
  const held = sentences.flatMap(deniedIn);
  const fault = (claimed: string, found: string): Fault => ({ fact: 'negation', claimed, found });
  return [
    ...deniedIn(claim)
      .filter(({ phrase }) => sentences.some((sentence) => states(sentence, phrase)))
      .map(({ text, phrase }) => fault(text, phrase)),
    ...held.filter(({ phrase }) => states(claim, phrase)).map(({ text, phrase }) => fault(phrase, text)),
  ].slice(0, 1);
}

/** The Chinese stretches after each negation of a text, with the negation and without. */
function deniedIn(read: ReadText): { text: string; phrase: string }[] {
  return negationsOf(read).flatMap(({ start, end }) => {
    const phrase = hanAtStart(read.text.slice(end));
    return phrase.length < LEAST_PHRASE ? [] : [{ text: read.text.slice(start, end) + phrase, phrase }];
  });
}

/** It holds a beginning of the phrase, the longest of which nothing denies. */
function states(read: ReadText, phrase: string): boolean {
  for (let length = phrase.length; length >= LEAST_PHRASE; length--) {
    const at = read.text.indexOf(phrase.slice(0, length));
    if (at >= 0) return !negationsOf(read).some(({ end }) => end === at);
  }
  return false;
}

/** What a negation turns round stands so near behind it, in characters, and is so many words. */
const REACH = { zh: 8, en: 24 };
const TURNED = 2;
const SAME = 0.75;

/** Words of a claim that denies nothing, of which the quotes deny what they say. */
export function deniedWords(claim: ReadText, sentences: readonly ReadText[], alike: WordLikeness): Fault[] {
  if (negationsOf(claim).length > 0) return [];
  const turned = sentences.flatMap((sentence) =>
    negationsOf(sentence).flatMap(({ end }) => {
      const { text, words } = sentence;
      const reach = end + REACH[holdsHan(text) ? 'zh' : 'en'];
      const stop = clausesOf(sentence).find((clause) => clause.end > end)?.end ?? text.length;
      return words.filter((word) => word.start >= end && word.end <= Math.min(reach, stop)).slice(0, TURNED);
    }),
  );
  const denied = turned.filter(({ isName }) => !isName);
  return claim.words
    .filter((word) => !word.isName && denied.some((other) => alike(word, other) >= SAME))
    .map(({ text }) => ({ fact: 'negation', claimed: text, how: 'denied' }));
}

/** The negations of a text, but for what is a part of a name: 雷克雅未克. */
const negationsOf = rememberFor(({ text, words }: ReadText): Negation[] => {
  return findNegations(text).filter(
    (negation) => !words.some((word) => word.isName && word.start <= negation.start && negation.start < word.end),
  );
});
