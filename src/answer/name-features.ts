import { holdsName } from '../lexicon/names.ts';
import { refersBack } from '../lexicon/refers-back.ts';
import { fold } from '../text/fold-text.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import { namedIn } from '../retrieve/named-things.ts';
import { quotedWords } from '../retrieve/quoted-words.ts';
import type { Ask } from '../retrieve/split-question.ts';
import type { NamedKinds } from './named-kinds.ts';
import { namedKinds } from './named-kinds.ts';
import type { ReadSentence } from './read-sentences.ts';
import { speaksOfOthers } from './unmet-names.ts';

/** Which names a sentence speaks of, against those that are asked about or for. */
export interface NameFeatures extends NamedKinds {
  /** It names another company or place than the part does, and none of the part's. */
  otherName: number;
  /** Share of the part's names and quoted words that stand near. */
  names: number;
  /** It speaks of the thing among several that the part is about, and of how many of the others. */
  member: number;
  others: number;
}

/**
 * Which names a sentence speaks of, together with the one before where it is said with it, and the names that it gives
 * where the part asks for one.
 */
export function nameFeatures(
  question: AnalysedQuestion,
  ask: Ask,
  sentence: ReadSentence,
  said: string,
): { features: NameFeatures; given: string[] } {
  const { text } = sentence;
  const holds = (name: string) => holdsName(text, question.names.formsOf(name));
  const { kinds, given } = namedKinds(ask.text, text, question.names);
  return {
    features: {
      ...kinds,
      otherName: Number(speaksOfOthers(ask, said, question.names)),
      names: namesNear(question, ask, sentence),
      member: Number(ask.member !== undefined && holds(ask.member)),
      others: ask.others.filter(holds).length,
    },
    given,
  };
}

/**
 * Share of the companies and quoted words of a part that stand in the sentence, the one it refers back to, or the
 * headings.
 */
function namesNear({ names }: AnalysedQuestion, ask: Ask, { text, previous, passage }: ReadSentence): number {
  const asked = namedIn(ask.text, names).filter(
    ({ text: name, kind }) => kind === 'company' && !ask.others.includes(name),
  );
  const quoted = quotedWords(ask.text).map(({ words }) => words);
  if (asked.length + quoted.length === 0) return 0;
  const near = [...passage.chunk.path, refersBack(text) ? (previous?.text ?? '') : '', text].join('\n');
  const held =
    asked.filter(({ forms }) => holdsName(near, forms)).length +
    quoted.filter((words) => fold(near).includes(fold(words))).length;
  return held / (asked.length + quoted.length);
}
