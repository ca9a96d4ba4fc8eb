import { given } from '../domain/given.ts';
import { words } from '../lexicon/lexicon.ts';
import { oddLetters, sharesOfNoNumber } from '../text/odd-letters.ts';
import { rememberFor } from '../text/remember.ts';
import type { Fault } from './fault.ts';
import type { ClausePair, ReadSentence } from './pair-clauses.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

/** What a sentence may say more than a bare statement: a class of words each, below `stressed` in the lexicon. */
const KINDS = ['all', 'only', 'most', 'in front', 'because', 'surely', 'exactly', 'much', 'a loose number'] as const;
const STRESSED = KINDS.map((kind) => ({ kind, said: words(`stressed/${kind}`), met: words(`stress met/${kind}`) }));
/** At the end of what stands before the things that it limits. */
const ONLY_SOME = words('only some');
/** `Most recently`: no number of them. */
const OF_DEGREE = /^ \w+ly\b/u;
/** An address of the web, with its scheme or without. */
const ADDRESS =
  /\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.(?:com|cn|net|org|io|co|xyz|top|info|ru|tk|me|cc|link|site|example)\b\S*/giu;

/**
 * Words of a claim that say more than its quotes: `all`, `only`, `because`, `the leading`; and letters and numerals in
 * which nothing can be compared.
 */
export function unprovedStress(
  claim: ReadText,
  quotes: readonly { text: string }[],
  pairs: readonly ClausePair[] = [],
): Fault[] {
  const { stressed, odd, addresses, marks } = stressOf(claim);
  const held = quotes.map(({ text }) => text).join('\n');
  const unsaid = stressed.filter(({ kind, isMet, at }) => {
    // Of a figure it is said where that stands; what leads to it may be said before.
    const pair = pairs.find(
      ({ clause, isByFigure }) => kind !== 'because' && isByFigure && clause.start <= at && at < clause.end,
    );
    const places = pair?.places.map(({ clause }) => clause) ?? quotes;
    return !places.some(({ text }) => isMet(text));
  });
  const others = [
    ...odd.filter((character) => !held.includes(character)),
    ...addresses.filter((address) => !held.toLowerCase().includes(address.toLowerCase())),
    ...marks,
  ];
  return [
    ...unsaid.map(({ word, isTone }): Fault => ({
      fact: 'stress',
      claimed: word,
      ...given({ how: isTone ? 'tone' : undefined }),
    })),
    ...others.map((claimed): Fault => ({ fact: 'stress', claimed })),
  ];
}

/** What a quote leaves out right before it says of how few it is so, and the claim does not: `some | banks use it`. */
export function limitsCutOff(claim: ReadText, sentences: readonly ReadSentence[]): Fault[] {
  return sentences.flatMap(({ read, from }): Fault[] => {
    const limit = limitAtEnd(read.text.slice(0, from));
    return limit === undefined || claim.text.toLowerCase().includes(limit.toLowerCase())
      ? []
      : [{ fact: 'stress', claimed: claim.text, found: limit }];
  });
}

/** The words at the end of a text that limit what follows: `only some of the`. */
export function limitAtEnd(text: string): string | undefined {
  return ONLY_SOME.find(text.trimEnd()).at(-1)?.text;
}

/** `Only 3 %`: the figure is found little, and nobody is left out. Between the two stands nothing that is named. */
function saysLittle(end: number, claim: ReadText): boolean {
  const figure = claim.figures.find(({ start }) => start >= end);
  const clause = clausesOf(claim).find((one) => one.start < end && one.end >= end);
  if (!figure || !clause || figure.start >= clause.end) return false;
  return !claim.words.some((word) => word.start >= end && word.start < figure.start);
}

/** What of a claim is stressed or odd, looked for once. */
const stressOf = rememberFor((claim: ReadText) => {
  const { text } = claim;
  return {
    stressed: STRESSED.flatMap(({ kind, said, met }) =>
      said
        .find(text)
        .filter(({ end }) => kind !== 'most' || !OF_DEGREE.test(text.slice(end)))
        .map(({ text: word, start, end }) => ({
          kind,
          word,
          at: start,
          isMet: (quote: string) => said.isIn(quote) || met.isIn(quote),
          isTone: kind === 'only' && saysLittle(end, claim),
        })),
    ),
    odd: oddLetters(text),
    addresses: text.match(ADDRESS) ?? [],
    marks: sharesOfNoNumber(text),
  };
});
