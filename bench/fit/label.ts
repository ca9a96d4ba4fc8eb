import type { FitQuestion } from './question-sets.ts';

/** Characters that a sentence must share with the evidence. */
const SHARED = 8;
/** Facts of so many characters stand nowhere by chance. */
const LONG_FACTS = 8;

/** How well a text answers a question. */
export interface Label {
  /** It holds every fact, wherever that stands. */
  holdsAll: boolean;
  /** It holds every fact, and is where they are to be found or too special to stand elsewhere by chance. */
  isRight: boolean;
  /** It holds a fact, where it is to be found. */
  isPartly: boolean;
}

/** Whether a sentence of a report answers a question. */
export function labelOf(text: string, file: string, { answers, evidence, atLeast }: FitQuestion): Label {
  const plain = spelled(text);
  const report = file.replace(/\.[^.]+$/u, '').normalize('NFKC');
  const own = evidence.filter((each) => each.report === undefined || each.report.normalize('NFKC') === report);
  const held = answers.map((spellings) => spellings.filter((spelling) => stands(spelling, plain)));
  const isThere = own.some(({ quote }) => shares(plain, spelled(quote)));
  const isLong = held.every(([first = '']) => spelled(first).length >= LONG_FACTS);
  const count = held.filter(({ length }) => length > 0).length;
  const holdsAll = count > 0 && count >= (atLeast ?? answers.length);
  return {
    holdsAll,
    isRight: holdsAll && own.length > 0 && (isThere || isLong),
    isPartly: isThere && count > 0,
  };
}

/** True where a text holds a fact in one of its spellings' forms, a number never as part of a longer one. */
export function holdsFact(text: string, spelling: string): boolean {
  return stands(spelling, spelled(text));
}

/** One form for all spellings: no thousands separators, one width and case, no white space but between numbers. */
function spelled(text: string): string {
  return text
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<=\d)\s+(?=\d)/gu, '|')
    .replaceAll(/(?<=\d)\s*(?:percent|per cent)(?!age)/gu, '%')
    .replaceAll(/\s+/gu, '');
}

/** A number stands there only when it is no part of a longer one. */
function stands(spelling: string, text: string): boolean {
  const wanted = spelled(spelling);
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const cutsHead = /^\d/u.test(wanted) && /\d[.,]?$/u.test(text.slice(0, at));
    const cutsTail = /\d$/u.test(wanted) && /^[.,]?\d/u.test(text.slice(at + wanted.length));
    if (!cutsHead && !cutsTail) return true;
  }
  return false;
}

function shares(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < SHARED) return short.length > 0 && long.includes(short);
  return Array.from({ length: short.length - SHARED + 1 }, (_, at) => short.slice(at, at + SHARED)).some((stretch) =>
    long.includes(stretch),
  );
}
