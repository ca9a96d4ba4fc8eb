import type { NameRuns } from '../domain/report.ts';
import type { Glosses, Lookup, Translation } from '../dictionary/glosses.ts';
import { nameKey, PHRASE_WORDS, stemPhrase } from '../dictionary/glosses.ts';
import type { Names } from '../lexicon/names.ts';
import { formsByClass } from '../lexicon/lexicon.ts';
import { hereOrEverywhere, indexOfName } from '../lexicon/names.ts';
import { blankQuestionWords, isQuestionWord } from '../lexicon/question-words.ts';
import { monthNumber } from '../quantities/months.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import { spellNames } from './spell-names.ts';
import type { Alternative, TranslatedSpan } from '../dictionary/query-unit.ts';
import { alternativeOf } from '../dictionary/query-unit.ts';
import { startsUpper } from '../text/starts-with.ts';
import { hanRuns } from '../text/holds-letters.ts';

/** Longest Chinese word that is looked up, in characters. */
const WORD_CHARACTERS = 8;
/** Translations of one phrase that are tried. */
const TRIED = 40;
const QUANTITY =
  /(?<!\d)(?<number>\d[\d,]{0,24}(?:\.\d+)?)[\s-]*(?<scale>thousand|million|billion|trillion|bn|mn|k|m|b)\b/giu;
const SCALES: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
};
const CHINESE_SCALES = [
  [1e4, '万'],
  [1e8, '亿'],
  [1e12, '万亿'],
] as const;

/** Every phrase of a question that the dictionary knows, in reading order, longest first at each place. */
export function translateQuestion(
  { text, language, names }: Pick<AnalysedQuestion, 'text' | 'language' | 'names'>,
  glosses: Glosses,
  runs: NameRuns,
): TranslatedSpan[] {
  const spelled = spellNames({ text, language }, runs, glosses);
  const isUnknown = ({ label }: TranslatedSpan) =>
    (language === 'en' ? lookUp(label, glosses.toChinese) : glosses.toEnglish(label)).length === 0;
  return [
    ...nameSpans(text, names),
    ...(language === 'en' ? termSpans(text) : []),
    ...scopeSpans(text),
    ...spelled.filter(isUnknown),
    ...(language === 'en' ? englishSpans(text, glosses) : chineseSpans(text, glosses)),
    ...spelled.filter((span) => !isUnknown(span)),
  ];
}

/** Known names, as one unit with all their forms; they stand before the dictionary's guesses at the same words. */
export function nameSpans(text: string, names: Names): TranslatedSpan[] {
  return names.find(text).map(({ text: label, start, forms }) => ({
    label,
    from: start,
    to: start + label.length,
    length: 1,
    isName: true,
    alternatives: forms.map((form) => alternativeOf(form)),
  }));
}

/** Terms of the industry as one unit, which word by word would be translated wrongly. */
function termSpans(text: string): TranslatedSpan[] {
  return formsByClass('translated term').flatMap((forms) =>
    firstForm(
      text,
      forms,
      forms.filter((form) => /[a-z]/iu.test(form)),
    ),
  );
}

/** Here and everywhere: `Chinese` is 中国, not the language. */
export function scopeSpans(text: string): TranslatedSpan[] {
  return hereOrEverywhere().flatMap((forms) =>
    firstForm(text, forms, forms).map((span) => ({ ...span, isName: false })),
  );
}

/** The first of some forms that stands in the text, with all of them as what it may be called. */
function firstForm(text: string, forms: readonly string[], written: readonly string[]): TranslatedSpan[] {
  const found = written.map((form) => ({ form, start: indexOfName(text, form) })).find(({ start }) => start >= 0);
  if (!found) return [];
  return [
    {
      label: found.form,
      from: found.start,
      to: found.start + found.form.length,
      length: 1,
      isName: true,
      alternatives: forms.map((form) => alternativeOf(form)),
    },
  ];
}

function englishSpans(text: string, { toChinese }: Glosses): TranslatedSpan[] {
  const quantities = [...text.matchAll(QUANTITY)].flatMap(quantitySpan);
  const words = [...text.matchAll(/\p{L}[\p{L}\d]*(?:['’]\p{L}+)?|\d[\d.,]*\p{L}*/gu)]
    .filter(({ 0: word }) => !isQuestionWord(word))
    .map(({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
  const phrases = words.flatMap((_, from) =>
    Array.from({ length: Math.min(PHRASE_WORDS, words.length - from) }, (__, shorter) => {
      const length = Math.min(PHRASE_WORDS, words.length - from) - shorter;
      const phrase = words.slice(from, from + length).map(({ word }) => word);
      const found = lookUp(phrase.join(' '), toChinese)
        .slice(0, TRIED)
        .map(({ text: translation, weight }) => alternativeOf(translation, weight));
      const alternatives = length === 1 ? [...calendar(phrase[0] ?? ''), ...found] : found;
      return {
        label: phrase.join(' '),
        from: words[from]?.from ?? 0,
        to: words[from + length - 1]?.to ?? 0,
        length,
        alternatives,
        isName: startsUpper(phrase[0] ?? '') && from > 0,
      };
    }).filter(({ alternatives }) => alternatives.length > 0),
  );
  return [...quantities, ...phrases];
}

/** `505 million` is written 5.05亿, `2.6 trillion` 2.6万亿. */
function quantitySpan({ 0: label, index, groups }: RegExpExecArray): TranslatedSpan[] {
  const value =
    Number((groups?.['number'] ?? '').replaceAll(',', '')) * (SCALES[(groups?.['scale'] ?? '').toLowerCase()] ?? 1);
  const alternatives = CHINESE_SCALES.filter(([scale]) => value >= scale / 10 && value < scale * 1e5).map(
    ([scale, name]) => alternativeOf(`${Number((value / scale).toPrecision(12))}${name}`),
  );
  return alternatives.length === 0
    ? []
    : [{ label, from: index, to: index + label.length, length: 1, isName: true, alternatives }];
}

/** A phrase of the dictionary; an adjective of a country that it lacks is looked up as the country: `South African`. */
function lookUp(phrase: string, toChinese: Lookup): Translation[] {
  const key = stemPhrase(phrase);
  const names = startsUpper(phrase) ? toChinese(nameKey(key)) : [];
  const found = [...names, ...toChinese(key)];
  return found.length === 0 && /(?<!\p{L})\p{Lu}\p{L}+an$/u.test(phrase)
    ? lookUp(phrase.slice(0, -1), toChinese)
    : found;
}

/** Months and quarters, which reports write with figures: July is 7月, Q3 is 三季度. */
function calendar(word: string): Alternative[] {
  const month = startsUpper(word) ? monthNumber(word) : 0;
  if (month > 0) return [alternativeOf(`${month}月`)];
  const decade = /^(?:1[89]|20)(?<tens>\d0)s$/iu.exec(word)?.groups?.['tens'];
  if (decade !== undefined) return [alternativeOf(`${decade}年代`)];
  const century = /^(?<century>\d{1,2})(?:st|nd|rd|th)$/iu.exec(word)?.groups?.['century'];
  if (century !== undefined) return [alternativeOf(century)];
  return [];
}

function chineseSpans(text: string, { toEnglish }: Glosses): TranslatedSpan[] {
  const spans: TranslatedSpan[] = [];
  for (const { run, start: index } of hanRuns(blankQuestionWords(text))) {
    for (let from = 0; from < run.length; from++) {
      for (let to = Math.min(run.length, from + WORD_CHARACTERS); to > from; to--) {
        const found = toEnglish(run.slice(from, to)).slice(0, TRIED);
        if (found.length === 0) continue;
        const alternatives = found.map(({ text: translation, weight }) => ({
          form: translation,
          terms: translation.split(' '),
          weight,
        }));
        spans.push({
          label: run.slice(from, to),
          from: index + from,
          to: index + to,
          length: to - from,
          alternatives,
          isName: false,
        });
      }
    }
  }
  return spans;
}
