import type { NameRuns } from '../domain/report.ts';
import type { Glosses } from '../dictionary/glosses.ts';
import { nameKey, stemPhrase } from '../dictionary/glosses.ts';
import type { Readings } from '../dictionary/pinyin.ts';
import { isReadAs } from '../dictionary/pinyin.ts';
import { blankQuestionWords, isQuestionWord } from '../lexicon/question-words.ts';
import { matchSounds } from '../dictionary/match-sounds.ts';
import type { SoundTable } from '../dictionary/transliteration.ts';
import { lettersOf, nameRuns } from '../dictionary/transliteration.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { alternativeOf } from '../dictionary/query-unit.ts';
import type { TranslatedSpan } from '../dictionary/query-unit.ts';
import { startsHan, startsUpper } from '../text/starts-with.ts';

/** Mean log probability of a letter from which on two names are taken for one. */
const LEAST = -1.7;
/** For a word that the dictionary knows: it is a name only when it sounds just like one. */
const LEAST_KNOWN = -0.8;
/** How fast a worse match becomes unlikely. */
const STEEPNESS = 2;
const TRIED = 4;
/** Two capitalised words, the second perhaps in two parts: Wu Manqing, Li Hui-yun. */
const FULL_NAME = /\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+(?:-?\p{Ll}+)?/gu;
const WORD = /\p{L}[\p{L}'’]{3,}/gu;

/**
 * Words of a question that may be foreign names, as the library's texts in the other script spell them: Mackinder,
 * 麦金德.
 */
export function spellNames(
  { text, language }: Pick<AnalysedQuestion, 'text' | 'language'>,
  { foreign, persons }: NameRuns,
  glosses: Glosses,
): TranslatedSpan[] {
  if (language === 'zh')
    return chineseNames(
      text,
      foreign.filter((run) => !isHan(run)),
      glosses,
    );
  return [
    ...pinyinNames(text, persons, glosses.sounds().readings),
    ...latinNames(text, foreign.filter(isHan), glosses),
  ];
}

function latinNames(text: string, runs: string[], glosses: Glosses): TranslatedSpan[] {
  const words = [...text.matchAll(WORD)].filter(
    ({ 0: word }) =>
      !isQuestionWord(word) &&
      (startsUpper(word) || (word.length > 5 && glosses.toChinese(stemPhrase(word)).length === 0)),
  );
  return words.flatMap(({ 0: word, index }) => {
    const isKnown =
      glosses.toChinese(stemPhrase(word)).length > 0 || glosses.toChinese(nameKey(stemPhrase(word))).length > 0;
    return spanOf(
      word,
      index,
      likeliest(
        runs.map((run) => matchSounds(withoutEnding(word), run, glosses.sounds())),
        isKnown ? LEAST_KNOWN : LEAST,
      ),
    );
  });
}

/** Names of Chinese people in the Latin alphabet, family name first or last: `Wu Manqing`, `Manqing Wu`. */
function pinyinNames(text: string, persons: string[], readings: Readings): TranslatedSpan[] {
  return [...text.matchAll(FULL_NAME)].flatMap(({ 0: name, index }) => {
    const parts = name.split(/[\s-]+/u).map(lettersOf);
    const spellings = [parts.join(''), [...parts.slice(1), ...parts.slice(0, 1)].join('')];
    const named = persons.filter((person) => spellings.some((letters) => isReadAs(person, letters, readings)));
    return spanOf(
      name,
      index,
      named.map((person) => ({ text: person, score: 0 })),
    );
  });
}

function chineseNames(text: string, runs: string[], glosses: Glosses): TranslatedSpan[] {
  const sounds = glosses.sounds();
  return nameRuns(blankQuestionWords(text))
    .filter(isHan)
    .flatMap((run) => {
      const matches = runs
        .filter((name) => mayBegin(name, run, sounds))
        .flatMap((name) => {
          const match = matchSounds(name, run, sounds);
          return match && match.text.length >= 2 ? [{ ...match, name }] : [];
        });
      const best = likeliest(matches);
      const label = best[0]?.text ?? '';
      return label === ''
        ? []
        : spanOf(
            label,
            text.indexOf(label),
            best.filter((match) => match.text === label).map(({ name, score }) => ({ text: name, score })),
          );
    });
}

/** Most names cannot be in a run because none of its characters spells their first letter. */
function mayBegin(name: string, run: string, { syllableOf, spellings }: SoundTable): boolean {
  return [...run].some((character) =>
    [...(spellings.get(syllableOf.get(character) ?? '')?.keys() ?? [])].some(
      (letters) => letters !== '' && name.startsWith(letters),
    ),
  );
}

function spanOf(label: string, from: number, matches: { text: string; score: number }[]): TranslatedSpan[] {
  if (matches.length === 0) return [];
  const best = matches[0]?.score ?? 0;
  const alternatives = matches.map(({ text, score }) => alternativeOf(text, Math.exp(STEEPNESS * (score - best))));
  return [{ label, from, to: from + label.length, length: 1, isName: true, alternatives }];
}

function likeliest<T extends { score: number }>(matches: (T | undefined)[], least = LEAST): T[] {
  return matches
    .filter((match) => match !== undefined)
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, TRIED);
}

/** A plural or possessive is spelled without its ending. */
function withoutEnding(word: string): string {
  return lettersOf(word.replace(/['’]s$|(?<=\p{Ll}{4})s$/u, ''));
}

function isHan(run: string): boolean {
  return startsHan(run);
}
