import { stemmer } from 'stemmer';
import { canonicalText } from './canonical-text.ts';
import { remember } from './remember.ts';
import { pairsOf } from './words.ts';
import { holdsHan } from './holds-letters.ts';
import { startsWithDigit } from './starts-with.ts';

/** What a token is; a ranking weighs the kinds differently. */
export type TokenKind = 'character' | 'pair' | 'latin' | 'number';

/** One search term. */
export interface Token {
  term: string;
  kind: TokenKind;
}

/** A term with where it stands. */
export interface PlacedToken extends Token {
  start: number;
  end: number;
}

/** Numbers with separators and decimals; Latin runs may hold digits (2019q2, 5g, h100). */
const LATIN_RUN = /[\p{Script=Latin}\d]+(?:[.,][\d]+)*[%‰]?/gu;
const RUN = new RegExp(`\\p{Script=Han}+|${LATIN_RUN.source}`, 'gu');
/** `Intel's` is Intel. */
const POSSESSIVE = /(?<=\p{Script=Latin})['’]$/u;

/**
 * The search terms of a text: Han characters and their overlapping pairs, stems of Latin words, numbers without
 * thousands separators. A mixed term counts whole and in its parts: `2019Q2` gives 2019q2, 2019, q and 2.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const canonical = canonicalText(text);
  for (const { 0: run, index } of canonical.matchAll(RUN)) {
    if (holdsHan(run)) pushHan(tokens, run);
    else if (!isPossessive(canonical, run, index)) tokens.push(...latinTerms(run));
  }
  return tokens;
}

/** A word as the index has it: its pairs of characters, or the one character; stems of Latin words. */
export function termsOf(word: string): string[] {
  const tokens = tokenise(word);
  const pairs = tokens.filter(({ kind }) => kind !== 'character');
  return (pairs.length > 0 ? pairs : tokens).map(({ term }) => term);
}

/** The Latin and number terms only of a text that is already canonical, with their places. */
export function latinTokens(canonical: string): PlacedToken[] {
  return [...canonical.matchAll(LATIN_RUN)].flatMap(({ 0: run, index }) => {
    if (isPossessive(canonical, run, index)) return [];
    return latinTerms(run).map(({ term, kind }) => ({ term, kind, start: index, end: index + run.length }));
  });
}

function isPossessive(text: string, run: string, index: number): boolean {
  return run === 's' && POSSESSIVE.test(text.slice(Math.max(0, index - 2), index));
}

function pushHan(tokens: Token[], run: string): void {
  const characters = [...run];
  for (const term of characters) tokens.push({ term, kind: 'character' });
  if (characters.length > 1) for (const term of pairsOf(run)) tokens.push({ term, kind: 'pair' });
}

/** Words come again and again. */
const latinTerms = remember(cutLatin, 2_000_000);

function cutLatin(run: string): Token[] {
  const word = run.replaceAll(/,(?=\d)/gu, '').replaceAll(/(?<![,.])[,.]+$/gu, '');
  if (/^\d[\d.]*[%‰]?$/u.test(word)) return [{ term: word.replace(/[%‰]$/u, ''), kind: 'number' }];
  if (/^\p{Script=Latin}+$/u.test(word)) return [{ term: stemmer(word), kind: 'latin' }];
  const parts = word.match(/\p{Script=Latin}+|\d+(?:\.\d+)?/gu) ?? [];
  return [
    { term: word, kind: 'latin' },
    ...parts.map((part): Token =>
      startsWithDigit(part) ? { term: part, kind: 'number' } : { term: stemmer(part), kind: 'latin' },
    ),
  ];
}
