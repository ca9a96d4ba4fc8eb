import { detectLanguage } from '../text/language.ts';
import { createNames, holdsName } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';

const KNOWN = createNames();
/**
 * In a Chinese text a Latin word with a capital is a name, but for what everybody says; a date may follow it without a
 * space.
 */
const LATIN_NAME =
  /(?<![A-Za-z\d])(?=[A-Za-z\d+-]{0,60}[A-Z])[A-Za-z](?:[A-Za-z+-]|\d(?!\d{0,8}\s{0,4}[年月日季])){2,}/gu;
/** Capitalised words of an English text that do not begin a sentence. */
const ENGLISH_NAME = /(?=\p{Lu})(?<=[\p{Ll}\d,)'’]\s+)\p{Lu}[\p{L}\d+-]+/gu;
/** A guessed person may have a letter too much: 梅宏说. */
const SURELY = 2;
/** The country in the name of its money. */
const CURRENCY = /\bUS(?=\s?\$|\s+dollars?)/giu;
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|I|Q[1-4]|CEO|CFO|President|Chairman|Chinese|American|European|Japanese|English|US|USA|UK|EU|GDP)$/u;

/**
 * The names of a claim that its quotes do not hold under any form. What is no known name can only be looked for in
 * quotes of the claim's own language.
 */
export function unprovedNames(claim: string, held: string): string[] {
  const known = KNOWN.find(claim.replaceAll(CURRENCY, ' ')).filter(({ kind }) => kind !== 'term');
  const missing = known.filter(({ forms }) => !holdsName(held, forms)).map(({ text }) => text);
  const others = otherNames(claim, held);
  const unknown = others.filter(
    (name) => !NO_NAME.test(name) && !known.some(({ text }) => text.includes(name) || name.includes(text)),
  );
  return [...missing, ...unknown.filter((name) => !held.toLowerCase().includes(name.toLowerCase()))];
}

/** What looks like a name and is on no list; persons only in quotes that would write them alike. */
function otherNames(claim: string, held: string): string[] {
  const isHeldInChinese = detectLanguage(held) === 'zh';
  if (detectLanguage(claim) === 'en') return isHeldInChinese ? [] : [...(claim.match(ENGLISH_NAME) ?? [])];
  const persons = isHeldInChinese ? personNames(claim).filter((name) => !held.includes(name.slice(0, SURELY))) : [];
  return [...(claim.match(LATIN_NAME) ?? []), ...persons];
}
