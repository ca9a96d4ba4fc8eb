import type { Frequencies } from '../../src/domain/ports.ts';
import { buildGlosses } from '../../src/dictionary/glosses.ts';
import type { Glosses } from '../../src/dictionary/glosses.ts';
import type { QueryUnit } from '../../src/dictionary/query-unit.ts';
import { alternativeOf } from '../../src/dictionary/query-unit.ts';
import { createNames } from '../../src/lexicon/names.ts';
import type { AnalysedQuestion } from '../../src/retrieve/analyse-question.ts';
import { analyseQuestion } from '../../src/retrieve/analyse-question.ts';
import { termsOf } from '../../src/text/tokenise.ts';

/** A question as retrieval sees it; `learnt` are names that the reports teach. */
export function anAnalysedQuestion(text: string, learnt: string[][] = []): AnalysedQuestion {
  return analyseQuestion({ text, earlier: [] }, createNames(learnt));
}

/** How often terms occur in a library of these chunks. */
export function frequenciesIn(chunks: readonly string[]): Frequencies {
  const documentFrequency = new Map<string, number>();
  for (const text of chunks)
    for (const term of new Set(termsOf(text))) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  return { chunkCount: chunks.length, documentFrequency };
}

/** A thing asked about that goes by some words, each half as likely as the one before it. */
export function aUnit(words: string | readonly string[], over: Partial<QueryUnit> = {}): QueryUnit {
  const all = [words].flat();
  return {
    label: all[0] ?? '',
    kind: 'pair',
    weight: 1,
    documentFrequency: 1,
    alternatives: all.map((word, at) => alternativeOf(word, 1 / 2 ** at)),
    ...over,
  };
}

/** A dictionary of some words, each with the sound of its characters, where that matters, and its senses. */
export function aDictionary(entries: Record<string, { senses: string[]; sounds?: string }>): Glosses {
  const tables = buildGlosses(
    Object.entries(entries).map(([word, { senses, sounds = '' }]) => ({
      word,
      senses,
      syllables: sounds === '' ? [] : sounds.split(' '),
    })),
  );
  return {
    toChinese: (key) => tables.toChinese.get(key) ?? [],
    toEnglish: (key) => tables.toEnglish.get(key) ?? [],
    sounds: () => tables.sounds,
  };
}
