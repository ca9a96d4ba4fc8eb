import { stemmer } from 'stemmer';
import { simplify } from './simplify.ts';
import { pairsOf } from './words.ts';

/** What a token is; a ranking weighs the kinds differently. */
export type TokenKind = 'character' | 'pair' | 'latin' | 'number';

/** One search term. */
export interface Token {
  term: string;
  kind: TokenKind;
}

// Numbers with separators and decimals; Latin runs may hold digits (2019Q2, 5G, H100); Han runs.
const RUN = /\p{Script=Han}+|[\p{Script=Latin}\d]+(?:[.,][\d]+)*[%‰]?/gu;
const POSSESSIVE = /(?<=\p{Script=Latin})['’]s\b/gu;
const LATIN_RUN = /[\p{Script=Latin}\d]+(?:[.,][\d]+)*[%‰]?/gu;

/**
 * The search terms of a text: Han characters and their overlapping pairs, stems of Latin words, numbers without
 * thousands separators. A mixed term counts whole and in its parts: `2019Q2` gives 2019q2, 2019, q and 2.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [run] of simplify(text.normalize('NFKC')).toLowerCase().replaceAll(POSSESSIVE, '').matchAll(RUN)) {
    if (/\p{Script=Han}/u.test(run)) pushHan(tokens, run);
    else pushLatin(tokens, run);
  }
  return tokens;
}

/** A word as the index has it: its pairs of characters, or the one character; stems of Latin words. */
export function termsOf(word: string): string[] {
  const tokens = tokenise(word);
  const pairs = tokens.filter(({ kind }) => kind !== 'character');
  return (pairs.length > 0 ? pairs : tokens).map(({ term }) => term);
}

/** The Latin and number terms only of a text that is already NFKC and lower case. */
export function latinTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [run] of text.replaceAll(POSSESSIVE, '').matchAll(LATIN_RUN)) pushLatin(tokens, run);
  return tokens;
}

function pushHan(tokens: Token[], run: string): void {
  const characters = [...run];
  for (const term of characters) tokens.push({ term, kind: 'character' });
  if (characters.length > 1) for (const term of pairsOf(run)) tokens.push({ term, kind: 'pair' });
}

function pushLatin(tokens: Token[], run: string): void {
  const word = run.replaceAll(/,(?=\d)/gu, '').replaceAll(/[,.]+$/gu, '');
  if (/^\d/u.test(word) && /^[\d.]+[%‰]?$/u.test(word)) {
    tokens.push({ term: word.replace(/[%‰]$/u, ''), kind: 'number' });
    return;
  }
  if (/^\p{Script=Latin}+$/u.test(word)) {
    tokens.push({ term: stemmer(word), kind: 'latin' });
    return;
  }
  tokens.push({ term: word, kind: 'latin' });
  for (const part of word.match(/\p{Script=Latin}+|\d+(?:\.\d+)?/gu) ?? []) {
    tokens.push(/^\d/u.test(part) ? { term: part, kind: 'number' } : { term: stemmer(part), kind: 'latin' });
  }
}
