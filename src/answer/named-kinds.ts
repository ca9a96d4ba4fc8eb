import type { Words } from '../lexicon/lexicon.ts';
import { words } from '../lexicon/lexicon.ts';
import type { FoundName, Names } from '../lexicon/names.ts';
import { personNames } from '../lexicon/person-names.ts';
import { monthNumber } from '../quantities/months.ts';
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
/** Capitalised words behind a word of place, or alone in a cell: `in Oslo`, `Fargo, North Dakota`. */
const BEHIND_PLACE_WORD = /(?<=\b(?:in|at|near|from|outside|across|throughout) (?:the )?)/u.source;
const CAPITALS = /\p{Lu}[\p{L}.'’-]+(?:,? \p{Lu}[\p{L}.'’-]+)*/u.source;
const ENGLISH_PLACE = new RegExp(`(?:${BEHIND_PLACE_WORD}|(?<=\\t))${CAPITALS}`, 'gu');
/** What carries a name: words in quotation or title marks, a Latin word with a capital. */
const TITLE = /[“《「][^”》」]{2,24}[”》」]|(?<![A-Za-z])[A-Za-z]*[A-Z][A-Za-z\d-]+/gu;
const MARKS = /[“《「”》」]/gu;
const REASON = words('reason');

type NameKind = Exclude<keyof typeof ASKS, 'reason'>;
const KINDS = ['person', 'organisation', 'place', 'title'] as const satisfies NameKind[];

/** 1 where a sentence names what is asked for by kind, else 0. */
export interface NamedKinds {
  person: number;
  organisation: number;
  place: number;
  title: number;
  reason: number;
  /** One of them, or a reason, is asked for, and it gives none. */
  noName: number;
}

/** True when a question asks for a name of some kind, or for a reason. */
export function asksForName(asked: string): boolean {
  return Object.values(ASKS).some((asks) => asks.isIn(asked));
}

/** Whether a sentence names what a question asks for by kind, and the names that it gives for it. */
export function namedKinds(asked: string, sentence: string, names: Names): { kinds: NamedKinds; given: string[] } {
  const wanted = KINDS.filter((kind) => ASKS[kind].isIn(asked));
  const found = new Map(
    wanted.map((kind) => [kind, FIND[kind](sentence, names).filter((name) => !asked.includes(name))]),
  );
  const given = [...found.values()].flat();
  const isReasonAsked = ASKS.reason.isIn(asked);
  const isReasonGiven = isReasonAsked && REASON.isIn(sentence);
  const is = (kind: NameKind) => Number((found.get(kind)?.length ?? 0) > 0);
  return {
    kinds: {
      person: is('person'),
      organisation: is('organisation'),
      place: is('place'),
      title: is('title'),
      reason: Number(isReasonGiven),
      noName: Number((wanted.length > 0 || isReasonAsked) && given.length === 0 && !isReasonGiven),
    },
    given,
  };
}

/** How names of a kind are found in a sentence. */
const FIND: Record<NameKind, (sentence: string, names: Names) => string[]> = {
  person: personNames,
  organisation: (sentence, names) => [
    ...namesOf('company', sentence, names),
    ...(nameEndingWith(ORGANISATION_ENDS, sentence) ?? CAPITALISED.exec(sentence) ?? []),
  ],
  place: (sentence, names) => [
    ...namesOf('place', sentence, names),
    ...tagWords(sentence).flatMap(({ text, tag }) => (tag.startsWith('ns') ? [text] : [])),
    ...(nameEndingWith(PLACE_ENDS, sentence) ?? []),
    ...[...sentence.matchAll(ENGLISH_PLACE)].map(([name]) => name).filter((name) => monthNumber(name) === 0),
  ],
  title: (sentence) => [...sentence.matchAll(TITLE)].map(([name]) => name.replaceAll(MARKS, '')),
};

function namesOf(kind: FoundName['kind'], sentence: string, names: Names): string[] {
  return names.find(sentence).flatMap((name) => (name.kind === kind ? [name.text] : []));
}

/** The first stretch of Han characters that ends with one of the ends of names. */
function nameEndingWith(ends: Words, sentence: string): [string] | undefined {
  const name = ends
    .find(sentence)
    .map(({ start, end }) => nameBefore(sentence.slice(0, start)) + sentence.slice(start, end))
    .find((one, _, [first = '']) => one.length > first.length || one.length > 2);
  return name === undefined ? undefined : [name];
}

/** The Chinese characters before such an end, from where the run of them begins; one alone is no name. */
function nameBefore(text: string): string {
  const run = hanAtEnd(text);
  return run.length > 1 ? run : '';
}
