import type { Language } from '../../../src/domain/report.ts';
import { completeQuestion } from '../../../src/retrieve/complete-question.ts';
import { detectLanguage } from '../../../src/text/language.ts';
import { createNames } from '../../../src/lexicon/names.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { termsOf } from '../../../src/text/tokenise.ts';
import type { SaidClaim, ShownPassage } from './reader.ts';
import { allProved, passagesIn, questionIn } from './reader.ts';
import type { ModelCall, Reply } from './reply.ts';
import type { SampleFact } from './sample-facts.ts';
import { SAMPLE_FACTS } from './sample-facts.ts';

const NAMES = createNames();
/** Most points of a passage. */
const POINTS = 3;
/** A sentence that shares a smaller part of the question's words than this is not about it. */
const ABOUT = 0.5;
const YEAR = /(?:19|20)\d{2}/gu;

/** What tells one task from another in the project's prompts, and what the reader does about it. */
const TASKS: readonly [mark: string, act: (call: ModelCall) => unknown][] = [
  ['Repeat the word', () => ({ word: 'footnote' })],
  ['leans on what was asked before', complete],
  ['Take it apart', () => ({ questions: [] })],
  ['Put the passages in order', () => ({ passages: [] })],
  ['whether its quotes prove the claim', allProved],
  ['Somebody wrote the claim', prove],
  ['must know of this part', summarisePart],
  ['come from the parts of one section', choose],
  ['You answer questions about industry reports', answer],
];

/**
 * A model that knows some facts of the sample reports in both languages, copies sentences otherwise, and says nothing
 * else.
 */
export function readSamples(call: ModelCall): Reply {
  const task = TASKS.find(([mark]) => call.prompt.includes(mark));
  return task
    ? { kind: 'says', value: task[1](call) }
    : { kind: 'status', status: 400, message: 'the sample model knows the prompts of the project only' };
}

function complete({ prompt }: ModelCall) {
  const earlier = [...prompt.matchAll(/^- (?<turn>.+)$/gmu)].map(({ groups }) => groups?.['turn'] ?? '');
  return { question: completeQuestion(earlier, lineOf(prompt, 'Last question'), NAMES) };
}

function prove(call: ModelCall) {
  return {
    sentences: nearest(lineOf(call.prompt, 'Claim'), passagesIn(call))
      .slice(0, 1)
      .map(({ text }) => text),
  };
}

function summarisePart(call: ModelCall) {
  const language = call.prompt.includes('中文') ? 'zh' : 'en';
  const passages = passagesIn(call);
  const openings = passages.flatMap((passage) =>
    sentencesOf(passage)
      .filter(({ text }) => detectLanguage(text) === language)
      .slice(0, POINTS)
      .map(copied),
  );
  return { claims: openings.length > 0 ? openings : knownFacts(passages, language, () => true) };
}

function choose({ prompt }: ModelCall) {
  const wanted = Number(/Choose the (?<points>\d+)/u.exec(prompt)?.groups?.['points'] ?? 1);
  return { numbers: Array.from({ length: wanted }, (_, at) => at + 1) };
}

function answer(call: ModelCall) {
  const question = questionIn(call);
  const passages = passagesIn(call);
  const known = knownFacts(
    passages,
    detectLanguage(question),
    ({ asked, year }) => asked.test(question) && yearsIn(question).every((asking) => asking === year),
  );
  const claims =
    known.length > 0
      ? known
      : nearest(question, passages)
          .filter(({ text }) => yearsIn(question).every((year) => text.includes(year)))
          .slice(0, 1)
          .map(copied);
  return { claims, missing: claims.length > 0 ? [] : [question] };
}

function knownFacts(passages: ShownPassage[], language: Language, isAsked: (fact: SampleFact) => boolean): SaidClaim[] {
  return SAMPLE_FACTS.filter(isAsked).flatMap(({ quote, said }) => {
    const passage = passages.find(({ text }) => text.includes(quote));
    return passage ? [{ text: said[language], citations: [{ passage: passage.ref, quote }] }] : [];
  });
}

function yearsIn(question: string): string[] {
  return question.match(YEAR) ?? [];
}

interface ShownSentence {
  ref: string;
  text: string;
}

/** The sentences in the words' own language that share most of them. */
function nearest(words: string, passages: ShownPassage[]): ShownSentence[] {
  const asked = termsOf(words);
  const shared = ({ text }: ShownSentence) =>
    asked.filter((term) => termsOf(text).includes(term)).length / Math.max(1, asked.length);
  const candidates = passages.flatMap(sentencesOf).filter(({ text }) => detectLanguage(text) === detectLanguage(words));
  return candidates.filter((sentence) => shared(sentence) >= ABOUT).toSorted((a, b) => shared(b) - shared(a));
}

function sentencesOf({ ref, text }: ShownPassage): ShownSentence[] {
  return splitSentences(text).map((sentence) => ({ ref, text: sentence.text.trim() }));
}

function copied({ ref, text }: ShownSentence): SaidClaim {
  return { text: text.replace(/；$/u, '。').replace(/;$/u, '.'), citations: [{ passage: ref, quote: text }] };
}

function lineOf(prompt: string, label: string): string {
  return new RegExp(`^${label}: (?<line>.*)$`, 'mu').exec(prompt)?.groups?.['line'] ?? '';
}
