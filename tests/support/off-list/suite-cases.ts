import { FACTS } from '../claims/facts.ts';
import { allLies, ORDERS } from '../claims/lies.ts';
import { say, WAYS } from '../claims/say.ts';
import { TWISTS } from '../../compare/twists/all-twists.ts';
import type { Twist } from '../../compare/twists/twist.ts';
import type { ProofCase } from './case.ts';
import type { Renaming } from './rename.ts';
import { drawRenaming } from './rename.ts';
import type { SuiteWord } from './suite-words.ts';
import { SUITE_WORDS, SUITE_WORDS_AND_SHARES } from './suite-words.ts';

/** Told of letters and not of words: there is nothing to be replaced. */
const LETTERS = 'look-alike letters';

/** Lies about the facts of the sample reports: so many of a kind are enough to tell whether it gets through. */
const LIES_OF_A_KIND = 40;

/** Sentences over one passage or over all of them, whose words are replaced together. */
interface CaseGroup {
  cases: readonly ProofCase[];
  words: readonly SuiteWord[];
}

/** Every twist, lie and truth of the suite as it is written. */
export function writtenCases(): ProofCase[] {
  return groups().flatMap(({ cases }) => cases);
}

/** The same with names, places, measures and verbs that are on no list; a seed gives the same words again. */
export function offListCases(seed: number): ProofCase[] {
  return groups().flatMap(({ cases, words }) => {
    const renaming = drawRenaming(cases.flatMap(textsOf), words, seed);
    return cases.map((one) => renamed(one, renaming));
  });
}

/** A case with the same words replaced in all that it says and cites. */
export function renamed(one: ProofCase, { apply }: Renaming): ProofCase {
  return {
    ...one,
    passages: Object.fromEntries(Object.entries(one.passages).map(([ref, passage]) => [ref, apply(passage)])),
    text: apply(one.text),
    attempts: one.attempts.map((citations) =>
      citations.map(({ passage, quote }) => ({ passage, quote: apply(quote) })),
    ),
  };
}

/** All that is written in a case. */
export function textsOf({ passages, text, attempts }: ProofCase): string[] {
  return [...Object.values(passages), text, ...attempts.flat().map(({ quote }) => quote)];
}

function groups(): CaseGroup[] {
  return [
    ...TWISTS.filter(({ kind }) => kind !== LETTERS).map((twist) => ({
      cases: twistCases('twists', twist),
      words: SUITE_WORDS_AND_SHARES,
    })),
    { cases: factCases(), words: SUITE_WORDS },
  ];
}

/** What ends a sentence that has no end of its own. */
const END = { zh: '。', en: '.' };

/** What a twist says truly and falsely: over each of its quotes, and a lie over all of them, too. */
export function twistCases(set: string, { kind, passage, quotes = [passage], truths, lies }: Twist): ProofCase[] {
  const each = quotes.map((quote) => [{ passage: 'P1', quote }]);
  const base = { set, kind, passages: { P1: passage } };
  return [
    ...truths.map((text) => ({ ...base, text, isTrue: true, attempts: each })),
    ...lies.map((text) => ({
      ...base,
      text,
      isTrue: false,
      attempts: quotes.length > 1 ? [...each, each.flat()] : each,
    })),
  ];
}

/** The facts of the sample reports, each in one way to say it in either language, and lies of each kind about them. */
function factCases(): ProofCase[] {
  const passages = FACTS.map(({ quote }, at) => {
    const language = /\p{Script=Han}/u.test(quote) ? 'zh' : 'en';
    return [
      `${quote}${/[。.]$/u.test(quote) ? '' : END[language]}`,
      ORDERS[language][at % ORDERS[language].length]?.order ?? '',
    ].join('\n');
  });
  const cited = (refs: readonly string[]) =>
    Object.fromEntries(refs.map((ref) => [ref, passages[Number(ref.slice(1)) - 1] ?? '']));
  const truths = FACTS.flatMap((fact, at) =>
    (['zh', 'en'] as const).map((language): ProofCase => ({
      set: 'claims',
      kind: 'true',
      passages: cited([`P${at + 1}`]),
      text: say(fact, language, at % WAYS),
      attempts: [[{ passage: `P${at + 1}`, quote: fact.quote }]],
      isTrue: true,
      language,
    })),
  );
  const kinds = [...Map.groupBy(allLies(), ({ kind }) => kind).values()];
  const lies = kinds.flatMap((all) => spread(all, LIES_OF_A_KIND));
  return [
    ...truths,
    ...lies.map(({ kind, claim: { text, citations }, language }): ProofCase => ({
      set: 'claims',
      kind,
      passages: cited(citations.map(({ passage }) => passage)),
      text,
      attempts: [citations],
      isTrue: false,
      language,
    })),
  ];
}

/** Members of a list, evenly over it. */
function spread<T>(all: readonly T[], count: number): T[] {
  return all.filter((_, at) => Math.floor((at * count) / all.length) !== Math.floor(((at - 1) * count) / all.length));
}
