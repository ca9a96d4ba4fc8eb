import { words } from '../lexicon/lexicon.ts';
import { startsLower } from '../text/starts-with.ts';

/** Words at the beginning of a sentence that only tie it to the one before it: it is said without them. */
const CONNECTIVE = words('connective');
/** What refers to the sentence before it: first of all words, anywhere, in the first words, soon after them. */
const REFERS = {
  begins: words('leans back/begins'),
  anywhere: words('leans back/anywhere'),
  early: words('leans back/early'),
  soon: words('leans back/near the beginning'),
};
const EARLY = 6;
const SOON = 12;
const LIST_ITEM = words('list item');
/** A short opening such as a time, after which the sentence proper begins. */
const OPENING = words('opening');
const LONGEST_OPENING = 7;
const FIRST_PERSON = words('first person');
const SPEAKS = words('told by somebody');
/** Says only who has spoken, in so many characters. */
const ONLY_SPEAKS = words('told by somebody/ends');
const SPEAKER = 24;

/** Length of what ties a sentence to the one before it and can be left out, in characters. */
export function connectiveLength(text: string): number {
  const end = CONNECTIVE.atStart(text)?.end ?? 0;
  return end + (/^\s*/u.exec(text.slice(end))?.[0].length ?? 0) * Number(end > 0);
}

/** True for a sentence that can be understood without the one before it, its connective aside. */
export function standsAlone(text: string): boolean {
  const bare = text.slice(connectiveLength(text));
  // Half a sentence, or an item of a list whose beginning stands elsewhere.
  if (startsLower(bare)) return false;
  if (onlySpeaks(text) || speaksForItself(bare)) return false;
  const opening = OPENING.first(bare.slice(0, LONGEST_OPENING));
  const opened = bare.slice(opening && !/[，。]/u.test(bare.slice(0, opening.start)) ? opening.end : 0);
  return LIST_ITEM.atStart(bare) !== undefined || (!refers(bare) && !refers(opened));
}

function refers(text: string): boolean {
  const [clause = ''] = text.split(/[，。]/u);
  return (
    REFERS.begins.atStart(text.replace(/^["“‘]/u, '')) !== undefined ||
    REFERS.anywhere.isIn(text) ||
    REFERS.early.isIn(clause.slice(0, EARLY + 2)) ||
    REFERS.soon.isIn(clause.slice(0, SOON + 2))
  );
}

function onlySpeaks(text: string): boolean {
  const end = ONLY_SPEAKS.first(text);
  return end !== undefined && end.start > 0 && end.start <= SPEAKER && !/[，。“”]/u.test(text.slice(0, end.start));
}

/** Somebody speaks of himself, and the sentence does not say who. */
function speaksForItself(text: string): boolean {
  const self = FIRST_PERSON.first(text);
  return self !== undefined && !SPEAKS.isIn(text.slice(0, self.start));
}
