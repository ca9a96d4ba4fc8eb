import { refersBack } from '../lexicon/refers-back.ts';
import type { Presence, ReadSentence } from './read-sentences.ts';
import { union } from './read-sentences.ts';

/** How a part of a question weighs terms and words; each together 1. */
export interface Weighing {
  terms: number[];
  words: number[];
  /** True for words that some report holds under some form. */
  isKnown: boolean[];
  /** Names that the part speaks of and no report holds under any form. */
  unknownNames: number;
  /** Position of the word that names what is asked for. */
  focus: number | undefined;
  /** True for a word that may stand there under another form. */
  isTranslated(name: string): boolean;
}

/** Where the words of a part of a question stand; shares are of the weight of what the part speaks of. */
export interface WordFeatures {
  /** Share of the terms, and of the words, in the sentence itself. */
  terms: number;
  words: number;
  /** Share of the sentence's characters that stand in the question's words. */
  precision: number;
  /** What each place around adds to the words that the places before it hold: head and caption of a row, */
  headAdds: number;
  /** the sentence before, */
  before: number;
  /** the last headings, */
  pathAdds: number;
  /** the title, the file's name and the headings above. */
  titleAdds: number;
  /** Words that stand in none of these places. */
  uncovered: number;
  /** What the sentence before adds where the sentence refers back to it. */
  referred: number;
  /** Words that stand nowhere around: not in the chunk, nor in the headings above. */
  missing: number;
  /** Words that some report holds, and that stand neither in the sentence nor before it nor in the headings. */
  knownMissing: number;
  /** Names that no report holds: the same for all sentences in one language. */
  unknownNames: number;
  /** The word that names what is asked for stands in the sentence. */
  focus: number;
  /** Share of the words in the first cell of a row, and share of that cell that they are. */
  rowLabel: number;
  rowLabelPrecision: number;
  /** The same share of its other cells' best. */
  cellPrecision: number;
}

/** Where the words of a part of a question stand in and around a sentence. */
export function wordFeatures(
  weighing: Weighing,
  sentence: ReadSentence,
  held: { terms: Presence; presence: Presence },
): WordFeatures {
  const { previous, head, heading, title, chunk, label } = sentence;
  const share = (present: Presence) => dot(weighing.words, present);
  const places = [held.presence, head.presence, previous?.presence ?? [], heading, title];
  const [words = 0, withHead = 0, withPrevious = 0, withPath = 0, withTitle = 0] = places.map((_, at) =>
    share(places.slice(0, at + 1).reduce(union)),
  );
  const nearby = union(union(held.presence, previous?.presence ?? []), heading);
  const { focus } = weighing;
  return {
    terms: dot(weighing.terms, held.terms),
    words,
    precision: sentence.precision,
    headAdds: withHead - words,
    before: withPrevious - withHead,
    pathAdds: withPath - withPrevious,
    titleAdds: withTitle - withPath,
    uncovered: 1 - withTitle,
    referred: refersBack(sentence.text) ? withPrevious - withHead : 0,
    missing: 1 - share(union(heading, chunk)),
    knownMissing: missingShare(weighing, nearby),
    unknownNames: weighing.unknownNames,
    focus: focus === undefined ? 0 : (held.presence[focus] ?? 0),
    rowLabel: share(label.presence),
    rowLabelPrecision: label.precision,
    cellPrecision: sentence.cell,
  };
}

/** Share of the known words' weight that is not there. */
function missingShare({ words, isKnown }: Weighing, present: Presence): number {
  const known = words.map((weight, at) => (isKnown[at] ? weight : 0));
  const total = known.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : 1 - dot(known, present) / total;
}

/** What is present, weighed. */
export function dot(weights: readonly number[], presence: Presence): number {
  return weights.reduce((sum, weight, at) => sum + weight * (presence[at] ?? 0), 0);
}
