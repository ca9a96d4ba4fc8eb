import { words } from './lexicon.ts';

const BEGINS = words('refers back/begins');
const ANYWHERE = words('refers back/anywhere');
const TO_A_LIST = words('refers back/to a list');
/** So early in its first clause a sentence says `该`, when it says it of what came before: 二季度该公司. */
const FIRST_WORDS = /^[^，。]{0,7}/u;

/** True when a sentence speaks of something that the one before it names. */
export function refersBack(text: string): boolean {
  const sentence = text.replace(/^["“]/u, '');
  return (
    BEGINS.atStart(sentence) !== undefined ||
    (FIRST_WORDS.exec(sentence)?.[0].includes('该') ?? false) ||
    ANYWHERE.isIn(text)
  );
}

/** True when a sentence speaks of several things that the one before it lists: neither is understood alone. */
export function speaksOfList(text: string): boolean {
  return TO_A_LIST.isIn(text);
}
