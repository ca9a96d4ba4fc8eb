import type { Glosses } from '../dictionary/glosses.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import type { TaggedWord } from '../text/tag-words.ts';
import { contentOf, tagWords, wordParts } from '../text/tag-words.ts';
import { QUARTER } from '../quantities/calendar.ts';
import { readNumeral } from '../text/numerals.ts';
import { tokenise } from '../text/tokenise.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { Alternative } from '../dictionary/query-unit.ts';
import { alternativeOf } from '../dictionary/query-unit.ts';
import { quotedWords } from './quoted-words.ts';
import { nameSpans, scopeSpans } from './translate-question.ts';
import type { TranslatedSpan } from '../dictionary/query-unit.ts';
import { isHan } from '../text/holds-letters.ts';

/** A Latin word or figure, parts of a hyphened one together; no possessive s. */
const LATIN = /(?<!['’])[\p{Script=Latin}\d]+(?:-[\p{Script=Latin}\d]+)*(?:[.,]\d+)*%?/gu;
/** The period is looked after apart: as a word it counts little. */
const QUARTER_CONTENT = 0.3;
/** Translations of a word that are followed, and words for each of them. */
const MEANINGS = 3;
const SYNONYMS = 6;
/** A word for the same thing is meant less surely than the word itself. */
const SYNONYM = 0.6;
const LEAST = 0.25;

/**
 * The words of a question in its own language that carry what it asks, each with other words for the same; those that
 * count first stand first.
 */
export function wordSpans(
  { text, names }: Pick<AnalysedQuestion, 'text' | 'names'>,
  glosses: Glosses,
): TranslatedSpan[] {
  const taken: TranslatedSpan[] = [];
  const isFree = ({ from, to }: TranslatedSpan) => !taken.some((span) => from < span.to && span.from < to);
  for (const span of [...quotedSpans(text), ...nameSpans(text, names), ...scopeSpans(text), ...quarterSpans(text)])
    if (isFree(span)) taken.push(span);
  return [...taken, ...[...hanSpans(text, glosses), ...latinSpans(text)].filter(isFree)];
}

/** Words in quotation marks are meant together. */
function quotedSpans(text: string): TranslatedSpan[] {
  return quotedWords(text).map(({ words, start }) => ({
    label: words,
    from: start,
    to: start + words.length,
    length: 1,
    isName: true,
    alternatives: [alternativeOf(words)],
  }));
}

/** A quarter is one word, however it is written: its numeral alone says nothing. */
function quarterSpans(text: string): TranslatedSpan[] {
  return [...text.matchAll(QUARTER)].map(({ 0: label, index: from, groups }) => ({
    label,
    from,
    to: from + label.length,
    length: 1,
    isName: false,
    content: QUARTER_CONTENT,
    alternatives: [alternativeOf(`Q${readNumeral(groups?.['digit'] ?? '')}`)],
  }));
}

/** Words stand before the words inside them: where no report holds the one, the others count. */
function hanSpans(text: string, glosses: Glosses): TranslatedSpan[] {
  const words = tagWords(text).filter(({ text: word }) => isHan(word));
  const inside = words.filter(({ text: word, tag }) => word.length > 2 || tag === 'x').flatMap(wordParts);
  return [...lonely(words), ...words, ...inside].flatMap((word) => wordSpan(word, glosses));
}

/** Single characters that stand together may be a word that no dictionary has: 四小龙. */
function lonely(words: TaggedWord[]): TaggedWord[] {
  const runs: TaggedWord[] = [];
  for (const word of words.filter(({ text }) => text.length === 1)) {
    const last = runs.at(-1);
    if (last && last.start + last.text.length === word.start)
      runs[runs.length - 1] = { ...last, text: last.text + word.text };
    else runs.push({ ...word, tag: 'n' });
  }
  return runs.filter(({ text }) => text.length > 1);
}

function wordSpan(word: TaggedWord, glosses: Glosses): TranslatedSpan[] {
  const content = contentOf(word);
  if (content === 0) return [];
  const alternatives = [alternativeOf(word.text), ...synonymsOf(word.text, glosses)];
  return [
    {
      label: word.text,
      from: word.start,
      to: word.start + word.text.length,
      length: 1,
      isName: false,
      content,
      alternatives,
    },
  ];
}

/** Latin words and figures of a text but the words that only ask. */
export function latinSpans(text: string): TranslatedSpan[] {
  return [...text.normalize('NFKC').matchAll(LATIN)]
    .filter(({ 0: word }) => !isQuestionWord(word))
    .flatMap(({ 0: word, index: from }) => {
      const [first] = tokenise(word);
      return first
        ? [
            {
              label: word,
              from,
              to: from + word.length,
              length: 1,
              isName: first.kind === 'number',
              alternatives: [alternativeOf(word)],
            },
          ]
        : [];
    });
}

/** Words that share a translation: 赚钱 and 盈利 are both `to make a profit`. */
function synonymsOf(word: string, { toEnglish, toChinese }: Glosses): Alternative[] {
  if (word.length < 2) return [];
  const weights = new Map<string, number>();
  for (const meaning of toEnglish(word).slice(0, MEANINGS)) {
    for (const other of toChinese(meaning.text)) {
      const weight = SYNONYM * meaning.weight * other.weight;
      if (other.text !== word && other.text.length >= 2 && weight >= LEAST)
        weights.set(other.text, Math.max(weight, weights.get(other.text) ?? 0));
    }
  }
  return [...weights]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, SYNONYMS)
    .map(([text, weight]) => alternativeOf(text, weight));
}
