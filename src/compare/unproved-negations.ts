import { compareQuantities } from '../quantities/compare-quantities.ts';
import { detectLanguage } from '../text/language.ts';
import { findNegations } from '../lexicon/negations.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { isDenied, isFigure } from './placed-quantity.ts';

/** So much of what a negation turns round is looked for, in characters of Chinese. */
const TURNED = 3;

/** What a claim states and its quotes deny, or the other way round. */
export function unprovedNegations(claim: string, held: string): string[] {
  const [ours, theirs] = [findNegations(claim), findNegations(held)];
  if (detectLanguage(claim) !== detectLanguage(held)) {
    // Word by word two languages cannot be compared: both deny something, or neither does, or the claim only says what
    // stands beside it.
    if (ours.length > 0 === theirs.length > 0 || (ours.length === 0 && standsBeside(claim, held))) return [];
    return [(ours[0] ?? theirs[0])?.text ?? ''];
  }
  const phrases = new Set([...turnedIn(claim), ...turnedIn(held)]);
  return [...phrases].filter((phrase) => {
    const [one, other] = [stancesOn(claim, phrase), stancesOn(held, phrase)];
    const isDropped = one.stated > other.stated && other.denied > one.denied;
    const isAdded = one.denied > other.denied && (other.stated > one.stated || theirs.length < ours.length);
    return isDropped || isAdded;
  });
}

/** `In 2020, …`: when it was is no statement of its own. */
const WHEN = /^(?:in|on|at|by|during|as of)\b[^,]{0,40},\s*/iu;
const SEVERAL =
  /[,;:，；：、]|\b(?:and|but|while|whereas|which|although|though|because|so|with|as|when|after|before|since|once|despite)\b/iu;

/** A single statement with a figure, and each of its figures stands where nothing is denied. */
function standsBeside(claim: string, held: string): boolean {
  const figures = findQuantities(claim).filter(isFigure);
  const statement = findQuantities(claim)
    .reduceRight((text, { start, end }) => text.slice(0, start) + '#' + text.slice(end), claim)
    .replace(WHEN, '');
  if (figures.length === 0 || SEVERAL.test(statement)) return false;
  return figures.every((figure) =>
    findQuantities(held).some(
      (quantity) => compareQuantities(figure, quantity) === 'same' && !isDenied({ text: held, quantity }),
    ),
  );
}

/** The beginnings of what a text denies: a few Chinese characters, an English word. */
function turnedIn(text: string): string[] {
  return findNegations(text).flatMap(
    ({ end }) =>
      /^[\s的]*(?<phrase>\p{Script=Han}{1,3}|[\p{L}\d'’-]+)/u
        .exec(text.slice(end, end + TURNED * 10))
        ?.groups?.['phrase']?.toLowerCase() ?? [],
  );
}

/** How often a text states a phrase, and how often it denies it. */
function stancesOn(text: string, phrase: string): { stated: number; denied: number } {
  const lower = text.toLowerCase();
  const negations = findNegations(text);
  let [stated, denied] = [0, 0];
  for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
    if (negations.some(({ end }) => end <= at && lower.slice(end, at).replaceAll(/[\s的]/gu, '') === '')) denied += 1;
    else stated += 1;
  }
  return { stated, denied };
}
