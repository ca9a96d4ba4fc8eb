import type { Degree, Judge } from '../compare/prove.ts';
import type { Passage, Question, Quote } from '../domain/answer.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import { findInReport } from './find-in-report.ts';
import { findQuote } from './find-quote.ts';
import { groundsOf } from './grounds-of.ts';

/** A sentence that anybody wrote, and the reports' words that it rests on. */
export interface CitedSentence {
  claim: string;
  quotes: readonly string[];
  /** Ids or file names of the reports that hold the quotes; absent: all. */
  reports?: string[];
}

/** What became of it. */
export interface JudgedSentence {
  degree: Degree;
  /** Why it is not proved: what no quote says, or which quote stands in no report. */
  reasons: string[];
  /** How its figures follow from those of the quotes. */
  computed?: string;
  quotes: Quote[];
}

/** What judging stands on. */
export interface JudgingParts {
  retrieve(question: Question): Promise<{ passages: Passage[] }>;
  library: VisibleLibrary;
  judge: Judge;
}

/** So much of a quote is searched for, in characters. */
const SEARCHED = 400;
const NOTE_MARK = /(?<=\p{L})\(\d{1,2}\)/gu;

/** Tells whether a sentence may be shown as proved by its quotes, each of which must stand in a report. */
export async function verifySentence(
  { claim, quotes: texts, reports }: CitedSentence,
  { judge, ...parts }: JudgingParts,
): Promise<JudgedSentence> {
  const found = await Promise.all(texts.map((text) => locate(text, reports, parts)));
  const quotes = found.flatMap((one) => one?.quote ?? []);
  const missing = texts.filter((_, at) => found[at] === undefined);
  if (texts.length === 0) return { degree: 'none', reasons: ['no quote'], quotes };
  if (missing.length > 0)
    return { degree: 'none', reasons: missing.map((text) => `no report holds “${text}”`), quotes };
  const passages = found.flatMap((one) => one?.passage ?? []);
  const { unproved, ...proof } = judge(claim, groundsOf(quotes, passages));
  return { ...proof, reasons: unproved, quotes };
}

interface Located {
  quote: Quote;
  /** Absent where the quote goes from one chunk into the next. */
  passage?: Passage;
}

/** Where a quote stands: in a passage that is near it, else anywhere. */
async function locate(
  text: string,
  names: string[] | undefined,
  { retrieve, library }: Omit<JudgingParts, 'judge'>,
): Promise<Located | undefined> {
  const { passages } = await retrieve({
    text: text.slice(0, SEARCHED),
    earlier: [],
    ...(names === undefined ? {} : { reports: names }),
  });
  // Marks of notes are not read with a report, and others may quote them.
  const forms = [...new Set([text, text.replaceAll(NOTE_MARK, '')])];
  for (const form of forms) {
    for (const passage of passages) {
      const quote = findQuote(passage, form);
      if (quote) return { quote, passage };
    }
  }
  const isNamed = ({ id, file }: { id: string; file: string }) =>
    names === undefined || names.some((name) => id === name || file.startsWith(name));
  for (const { id } of (await library.reports()).filter(isNamed)) {
    const stored = await library.report(id);
    const quote = stored && forms.map((form) => findInReport(stored, form, [])).find((one) => one !== undefined);
    if (quote) return { quote };
  }
  return undefined;
}
