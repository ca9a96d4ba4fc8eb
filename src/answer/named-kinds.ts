import type { Words } from '../lexicon/lexicon.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Names } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';
import { tagWords } from '../text/tag-words.ts';
import { hanAtEnd } from '../text/starts-with.ts';

const ASKS = {
  person: words('name asked/person'),
  organisation: words('name asked/organisation'),
  place: words('name asked/place'),
  title: words('name asked/title'),
  reason: words('name asked/reason'),
};
/** What names of organisations and places end with, also of those that no word list has: 城东高新技术产业园区. */
const ORGANISATION_ENDS = words('organisation ends');
const PLACE_ENDS = words('place ends');
const CAPITALISED = /[A-Z][A-Za-z\d]{2,}/u;
/** What carries a name: words in quotation or title marks, a Latin word with a capital. */
const TITLE = /[“《「][^”》」]{2,24}[”》」]|(?<![A-Za-z])[A-Za-z]*[A-Z][A-Za-z\d-]+/gu;
const REASON = words('reason');

/** 1 where a sentence names what is asked for by kind, else 0. */
export interface NamedKinds {
  person: number;
  organisation: number;
  place: number;
  title: number;
  reason: number;
  /** One of them is asked for, and it names none. */
  noName: number;
}

/** True when a question asks for a name of some kind, or for a reason. */
export function asksForName(asked: string): boolean {
  return Object.values(ASKS).some((asks) => asks.isIn(asked));
}

/** Whether a sentence names what a question asks for by kind. */
export function namedKinds(asked: string, sentence: string, names: Names): NamedKinds {
  const wants = (kind: keyof typeof ASKS) => ASKS[kind].isIn(asked);
  const isNew = (name: string) => !asked.includes(name);
  const person = wants('person') && personNames(sentence).some(isNew);
  const organisation =
    wants('organisation') &&
    (names.find(sentence).some(({ text, kind }) => kind === 'company' && isNew(text)) ||
      isNew(nameEndingWith(ORGANISATION_ENDS, sentence) ?? CAPITALISED.exec(sentence)?.[0] ?? asked));
  const place =
    wants('place') &&
    (tagWords(sentence).some(({ text, tag }) => tag.startsWith('ns') && isNew(text)) ||
      isNew(nameEndingWith(PLACE_ENDS, sentence) ?? asked));
  const title = wants('title') && (sentence.match(TITLE) ?? []).some((name) => isNew(name) && isNew(name.slice(1, -1)));
  const reason = wants('reason') && REASON.isIn(sentence);
  const isNamed = person || organisation || place || title || reason;
  const isAsked = wants('person') || wants('organisation') || wants('place') || wants('title') || wants('reason');
  return {
    person: Number(person),
    organisation: Number(organisation),
    place: Number(place),
    title: Number(title),
    reason: Number(reason),
    noName: Number(isAsked && !isNamed),
  };
}

/** The first stretch of Han characters that ends with one of the ends of names. */
function nameEndingWith(ends: Words, sentence: string): string | undefined {
  return ends
    .find(sentence)
    .map(({ start, end }) => nameBefore(sentence.slice(0, start)) + sentence.slice(start, end))
    .find((name, _, [first = '']) => name.length > first.length || name.length > 2);
}

/** The Chinese characters before such an end, from where the run of them begins; one alone is no name. */
function nameBefore(text: string): string {
  const run = hanAtEnd(text);
  return run.length > 1 ? run : '';
}
