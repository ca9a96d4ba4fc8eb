import type { ProvedAs, Prove } from '../compare/prove.ts';
import type { Passage, Question, Quote } from '../domain/answer.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import { given } from '../domain/given.ts';
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
  degree: ProvedAs | 'judged';
  /** Of one that is not proved: nobody's judgement proves it. */
  isSettled: boolean;
  /** Why it is not proved: what no quote says, or which quote stands in no report. */
  reasons: string[];
  /** How its figures follow from those of the quotes. */
  computed?: string;
  quotes: Quote[];
  /** Those that hold the quotes. */
  passages: Passage[];
}

/** What judging stands on. */
export interface JudgingParts {
  retrieve(question: Question): Promise<{ passages: Passage[] }>;
  library: VisibleLibrary;
  prove: Prove;
}

/** So much of a quote is searched for, in characters. */
const SEARCHED = 400;
const NOTE_MARK = /(?<=\p{L})\(\d{1,2}\)/gu;

/** Tells whether a sentence may be shown as proved by its quotes, each of which must stand in a report. */
export async function verifySentence(
  { claim, quotes: texts, reports }: CitedSentence,
  { prove, ...parts }: JudgingParts,
): Promise<JudgedSentence> {
  const found = await Promise.all(texts.map((text) => locate(text, reports, parts)));
  const quotes = found.flatMap((one) => one?.quote ?? []);
  const missing = texts.filter((_, at) => found[at] === undefined);
  const passages = found.flatMap((one) => one?.passage ?? []);
  const none = { degree: 'none', isSettled: true, quotes, passages } as const;
  if (texts.length === 0) return { ...none, reasons: ['no quote'] };
  if (missing.length > 0) return { ...none, reasons: missing.map((text) => `no report holds “${text}”`) };
  const { unproved, degree, isSettled = false, computed } = prove(claim, groundsOf(quotes, passages));
  return { degree, isSettled, reasons: unproved, quotes, passages, ...given({ computed }) };
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
  { retrieve, library }: Omit<JudgingParts, 'prove'>,
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
