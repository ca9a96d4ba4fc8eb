import type { Glosses } from '../dictionary/glosses.ts';
import { stemPhrase } from '../dictionary/glosses.ts';
import type { Readings } from '../dictionary/pinyin.ts';
import { isReadAs } from '../dictionary/pinyin.ts';
import { lettersOf } from '../dictionary/transliteration.ts';
import type { NearName, Passage, Question } from '../domain/answer.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { tagWords } from '../text/tag-words.ts';
import { tokenise } from '../text/tokenise.ts';
import type { RetrievalParts } from './retrieve-passages.ts';
import { retrievePassages } from './retrieve-passages.ts';
import { isHan } from '../text/holds-letters.ts';

/** Names that are given at most. */
const MOST = 3;
/** Passages whose names are looked at besides what the library lists. */
const PASSAGES = 12;
/** Letters of a word that may be misspelled, from which on it may be in two places, and of one in another script. */
const SHORTEST = 4;
const LONG = 8;
const SHORTEST_READ = 5;
/** Chinese characters of a name that sounds alike, and of one that differs in one character. */
const ALIKE = 3;
const ONE_OTHER = 4;
const LONGEST = 8;
const WORD = /\p{Script=Latin}[\p{Script=Latin}'’-]{2,}/gu;

/**
 * Names of the reports that whoever asks may see which are written nearly as words of a question that stand in none of
 * these reports: by edit distance, or by how they are read. Never an answer; for *did you mean*.
 */
export async function findNearNames(question: Question, parts: RetrievalParts): Promise<NearName[]> {
  const { library, glosses } = parts;
  const { passages } = await retrievePassages(question, parts, PASSAGES);
  const names = await namesIn(library, passages);
  const latin = await unknownWords(question.text, library, glosses);
  const { readings } = glosses.sounds();
  const text = passages.map(({ chunk }) => chunk.text).join('\n');
  const near = [
    ...latin.flatMap((asked) => nearLatin(asked, names, readings)),
    ...nearChinese(question.text.normalize('NFKC'), names, { readings, text, glosses }),
  ];
  const printed = await Promise.all(near.slice(0, MOST).map((one) => asPrinted(one, passages, parts)));
  return printed.flatMap((one) => one ?? []);
}

async function namesIn(
  library: VisibleLibrary,
  passages: readonly Pick<Passage, 'chunk' | 'statements'>[],
): Promise<string[]> {
  const [{ foreign, persons }, aliases, reports] = await Promise.all([
    library.nameRuns(),
    library.aliases(),
    library.reports(),
  ]);
  const mentioned = passages.flatMap(({ statements }) =>
    statements.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.names.map(({ name }) => name))),
  );
  const companies = reports.flatMap(({ company, publisher }) => [company, publisher]);
  // What may be a person by its first character is one when jieba takes it for a name as well.
  const named = persons.filter((name) => tagWords(name).length === 1);
  const all = [...mentioned, ...aliases.flat(), ...companies, ...named, ...foreign];
  return [...new Set(all.flatMap((name) => (name === undefined || name.trim() === '' ? [] : [name.trim()])))];
}

/** Latin words that neither a report nor the dictionary has. */
async function unknownWords(
  text: string,
  library: Pick<VisibleLibrary, 'frequencies'>,
  glosses: Glosses,
): Promise<string[]> {
  const words = [...new Set(text.normalize('NFKC').match(WORD) ?? [])].filter(
    (word) => lettersOf(word).length >= SHORTEST && !isQuestionWord(word.toLowerCase()) && !isKnown(word, glosses),
  );
  const termsOf = (word: string) => tokenise(word).map(({ term }) => term);
  const { documentFrequency } = await library.frequencies(words.flatMap(termsOf));
  return words.filter((word) => termsOf(word).every((term) => (documentFrequency.get(term) ?? 0) === 0));
}

function isKnown(word: string, glosses: Glosses): boolean {
  return glosses.toChinese(stemPhrase(word)).length > 0;
}

/** The nearest spelling, or a Chinese name that is read so. */
function nearLatin(asked: string, names: readonly string[], readings: Readings): NearName[] {
  const letters = lettersOf(asked);
  const most = letters.length >= LONG ? 2 : 1;
  const found = names.flatMap((name) => {
    if (isHan(name))
      return letters.length >= SHORTEST_READ && name.length >= 2 && isReadAs(name, letters, readings)
        ? [{ name, distance: 0 }]
        : [];
    const words = [name, ...name.split(/\s+/u)].map(lettersOf).filter((word) => word.length >= SHORTEST);
    const distance = Math.min(...words.map((word) => distanceOf(letters, word, most)));
    return distance <= most && distance > 0 ? [{ name, distance }] : [];
  });
  const [best] = found.toSorted((a, b) => a.distance - b.distance || a.name.length - b.name.length);
  return best ? [{ asked, name: best.name }] : [];
}

/**
 * By how many letters that are left out, added, changed, or changed places two words differ, as far as it matters (the
 * restricted edit distance, with the first letter kept).
 */
function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || one.charAt(0) !== other.charAt(0)) return most + 1;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one.charAt(i - 1) === other.charAt(j - 1);
      const changed = (rows[i - 1]?.[j - 1] ?? 0) + (isSame ? 0 : 1);
      const isTurned =
        i > 1 && j > 1 && one.charAt(i - 1) === other.charAt(j - 2) && one.charAt(i - 2) === other.charAt(j - 1);
      const turned = isTurned ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(changed, turned, (rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? most + 1;
}

/** A stretch of the question that sounds like a name, or differs from a longer one in one character. */
function nearChinese(
  question: string,
  names: readonly string[],
  { readings, text, glosses }: { readings: Readings; text: string; glosses: Glosses },
): NearName[] {
  const candidates = names.filter(
    (name) => isHan(name) && name.length >= ALIKE && name.length <= LONGEST && !question.includes(name),
  );
  // 第一经济: what begins or ends within a word is no name.
  const starts = [...tagWords(question).map(({ start }) => start), question.length];
  return candidates.flatMap((name) => {
    const stretches = starts.flatMap((start) =>
      name.length >= ONE_OTHER || starts.includes(start + name.length)
        ? [question.slice(start, start + name.length)]
        : [],
    );
    const asked = stretches.find(
      (stretch) =>
        isAlike(stretch, name, readings) && !text.includes(stretch) && glosses.toEnglish(stretch).length === 0,
    );
    return asked === undefined ? [] : [{ asked, name }];
  });
}

function isAlike(stretch: string, name: string, readings: Readings): boolean {
  if (!isHan(stretch)) return false;
  const others = [...name].flatMap((character, at) =>
    character === stretch.charAt(at) ? [] : [[character, stretch.charAt(at)] as const],
  );
  if (others.length === 1 && name.length >= ONE_OTHER) return true;
  return others.every(([one, other]) => {
    const there = readings.get(other) ?? [];
    return (readings.get(one) ?? []).some((syllable) => there.includes(syllable));
  });
}

/** What the library lists in letters only is looked up as it stands in a report. */
async function asPrinted(
  near: NearName,
  passages: readonly Pick<Passage, 'chunk'>[],
  parts: RetrievalParts,
): Promise<NearName | undefined> {
  const printedIn = (texts: readonly string[]) =>
    texts.flatMap((text) => text.match(WORD) ?? []).find((word) => lettersOf(word) === near.name);
  if (isHan(near.name) || /[\p{Lu}\s\d]/u.test(near.name)) return near;
  const here = printedIn(passages.map(({ chunk }) => chunk.text));
  if (here !== undefined) return { ...near, name: here };
  const found = await retrievePassages({ text: near.name, earlier: [] }, parts, PASSAGES);
  const there = printedIn(found.passages.map(({ chunk }) => chunk.text));
  return there === undefined ? undefined : { ...near, name: there };
}
