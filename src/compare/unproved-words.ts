import { compareQuantities } from '../quantities/compare-quantities.ts';
import { createNames } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { transliteratedRuns } from '../dictionary/transliteration.ts';
import { clauseAround, isFigure } from './placed-quantity.ts';

const KNOWN = createNames();
const CAPITALISED = /(?<![\p{L}\d])\p{Lu}[\p{L}\d]*(?:[.&'’-][\p{L}\d]+)*/gu;
/** Capitalised in English without naming anybody. */
const NO_NAME =
  /^(?:I|The|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4]|H[12]|CEOs?|CFO|IPOs?|AI|IT|IP|R&D|GDP|US|USA|UK|EU|UN|RMB|USD|Chinese|American|European|Japanese|Korean|English|Asian|African|German|French|Internet)$/u;
/** A run of characters shorter than this is seldom a name. */
const NAME_LENGTH = 3;

/**
 * Words of an English claim that look like names and stand in none of its quotes, neither as they are nor as Chinese
 * writes them. A name that is only written in Chinese proves itself where it cannot stand for another one: beside the
 * claim's figures, or alone.
 * @param reader tells names from words: at the beginning of a sentence every word has a capital
 */
export function unprovedWords(claim: string, quotes: readonly string[], reader: NameReader): string[] {
  if (/\p{Script=Han}/u.test(claim)) return [];
  const held = quotes.join('\n').toLowerCase();
  const strange = strangeWords(claim, reader).filter(({ text }) => !held.includes(text.toLowerCase()));
  if (strange.length === 0 || !/\p{Script=Han}/u.test(held)) return strange.map(({ text }) => text);
  const names = joinNames(strange, claim);
  const isAlone = names.length === 1 && KNOWN.find(claim).every(({ kind }) => kind !== 'company');
  return names.filter((name) => !isWrittenIn(name, { claim, quotes, reader, isAlone }));
}

interface PlacedWord {
  text: string;
  start: number;
}

function strangeWords(claim: string, { isWord }: NameReader): PlacedWord[] {
  const known = KNOWN.find(claim);
  return [...claim.matchAll(CAPITALISED)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s$/u, '');
    const isKnown = known.some(({ text, start }) => index < start + text.length && start < index + word.length);
    const begins = index === 0 || /[.!?:;“"(]\s*$/u.test(claim.slice(0, index));
    const isOrdinary = NO_NAME.test(bare) || (begins && !/.\p{Lu}/u.test(bare) && isWord(bare));
    return isKnown || isOrdinary ? [] : [{ text: bare, start: index }];
  });
}

/** Names of several words, side by side. */
function joinNames(words: readonly PlacedWord[], claim: string): string[] {
  const joined: PlacedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && last.start + last.text.length + 1 === word.start)
      last.text = claim.slice(last.start, word.start + word.text.length);
    else joined.push({ ...word });
  }
  return joined.map(({ text }) => text);
}

/** Written in a quote in Chinese, in the clause of each figure that the claim gives and beside no other name there. */
function isWrittenIn(
  name: string,
  {
    claim,
    quotes,
    reader,
    isAlone,
  }: { claim: string; quotes: readonly string[]; reader: NameReader; isAlone: boolean },
): boolean {
  const figures = findQuantities(claim).filter(isFigure);
  return quotes.some((quote) => {
    const written = reader.findIn(name, quote);
    if (written === undefined) return false;
    if (figures.length === 0) return isAlone;
    return figures.every((figure) => {
      const places = findQuantities(quote).filter((found) => compareQuantities(figure, found) === 'same');
      return places.some((quantity) => {
        const { start, end } = clauseAround({ text: quote, quantity });
        return isOnlyNameIn(quote.slice(start, end), written);
      });
    });
  });
}

/** One name and one figure: nothing that could belong to another. */
function isOnlyNameIn(clause: string, written: string): boolean {
  if (!clause.includes(written) || findQuantities(clause).filter(isFigure).length > 1) return false;
  const others = clause.replaceAll(written, ' ');
  return (
    personNames(others).length === 0 &&
    KNOWN.find(others).every(({ kind }) => kind === 'term') &&
    transliteratedRuns(others).every(({ length }) => length < NAME_LENGTH)
  );
}
