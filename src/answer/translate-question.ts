import type { Glosses } from '../text/glosses.ts';
import { PHRASE_WORDS, stemPhrase } from '../text/glosses.ts';
import type { Names } from '../text/names.ts';
import { termsOf } from '../text/tokenise.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { Alternative } from './query-unit.ts';

/** A phrase of the question with what it may be called in the other language. */
export interface TranslatedSpan {
  label: string;
  /** Positions in the question: words of English, characters of Chinese. */
  from: number;
  to: number;
  alternatives: Alternative[];
  /** A name is said on purpose and counts more. */
  isName: boolean;
}

/** Longest Chinese word that is looked up, in characters. */
const WORD_CHARACTERS = 8;
/** Translations of one phrase that are tried. */
const TRIED = 40;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Every phrase of a question that the dictionary knows, in reading order, longest first at each place. */
export function translateQuestion({ content, language, names }: Pick<AnalysedQuestion, 'content' | 'language' | 'names'>, glosses: Glosses): TranslatedSpan[] {
  return [...nameSpans(content, names), ...(language === 'en' ? englishSpans(content, glosses) : chineseSpans(content, glosses))];
}

/** Known names, as one unit with all their forms; they stand before the dictionary's guesses at the same words. */
function nameSpans(content: string, names: Names): TranslatedSpan[] {
  return names.find(content).map(({ text, forms }) => ({
    label: text, from: -1, to: -1, isName: true,
    alternatives: forms.map((form) => ({ terms: termsOf(form), weight: 1 })),
  }));
}

function englishSpans(content: string, { toChinese }: Glosses): TranslatedSpan[] {
  const words = content.match(/\p{L}[\p{L}\d]*(?:['’]\p{L}+)?|\d[\d.,]*\p{L}*/gu) ?? [];
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(PHRASE_WORDS, words.length - from) }, (__, shorter) => {
      const to = from + Math.min(PHRASE_WORDS, words.length - from) - shorter;
      const phrase = words.slice(from, to);
      const found = toChinese(stemPhrase(phrase.join(' '))).slice(0, TRIED).map(({ text, weight }) => ({ terms: termsOf(text), weight }));
      const alternatives = to - from === 1 ? [...calendar(phrase[0] ?? ''), ...found] : found;
      return { label: phrase.join(' '), from, to, alternatives, isName: /^\p{Lu}/u.test(phrase[0] ?? '') && from > 0 };
    }).filter(({ alternatives }) => alternatives.length > 0),
  );
}

/** Months and quarters, which reports write with figures: July is 7月, Q3 is 三季度. */
function calendar(word: string): Alternative[] {
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  if (month > 0 && /^\p{Lu}/u.test(word) && /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu.test(word)) {
    return [{ terms: [String(month), '月'], weight: 1 }];
  }
  const quarter = /^Q([1-4])$/iu.exec(word)?.[1];
  return quarter === undefined ? [] : [{ terms: [`${'一二三四'.charAt(Number(quarter) - 1)}季`, '季度'], weight: 1 }];
}

function chineseSpans(content: string, { toEnglish }: Glosses): TranslatedSpan[] {
  const spans: TranslatedSpan[] = [];
  for (const { 0: run, index } of content.matchAll(/\p{Script=Han}+/gu)) {
    for (let from = 0; from < run.length; from++) {
      for (let to = Math.min(run.length, from + WORD_CHARACTERS); to > from; to--) {
        const found = toEnglish(run.slice(from, to)).slice(0, TRIED);
        if (found.length === 0) continue;
        const alternatives = found.map(({ text, weight }) => ({ terms: text.split(' '), weight }));
        spans.push({ label: run.slice(from, to), from: index + from, to: index + to, alternatives, isName: false });
      }
    }
  }
  return spans;
}
