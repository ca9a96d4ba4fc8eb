import type { Quote } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { FootnotedDocument, FootnotedSentence } from '../domain/footnoted-document.ts';
import type { CitedState, SeenAnswer } from '../domain/given-answer.ts';
import { given } from '../domain/given.ts';
import type { Language } from '../domain/report.ts';
import type { VerifiedSummary } from '../domain/summary.ts';
import { composedNotes, leadText, notFoundText } from '../words/answer-notes.ts';
import { checkNotes } from '../words/check-words.ts';
import { saidText } from '../words/degree-words.ts';
import { citationLabel } from '../words/place-label.ts';
import { openText, replyText, whichText } from '../words/reply-words.ts';
import { coverageText, pagesLabel } from '../words/summary-notes.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { CHECK_WORDS } from '../words/web-check.ts';
import { EXPORT_WORDS } from '../words/web-export.ts';

type Part = FootnotedDocument['parts'][number];

/** An answer, or a conversation where there are several turns, oldest first. */
export function answerDocument(turns: readonly SeenAnswer[], language: Language): FootnotedDocument {
  const words = EXPORT_WORDS[language];
  const [first] = turns;
  const question = first?.answer.question.text ?? '';
  const isAlone = turns.length === 1;
  const notes = createNotes(language);
  const parts = turns.map((turn) => {
    const part = partOf(turn, notes.of(turn.states), language);
    return isAlone ? part : { ...part, heading: turn.answer.question.text };
  });
  const about = [words.answered((first?.at ?? '').slice(0, 10))];
  return { language, title: isAlone ? question : words.conversation(question), about, parts, notes: notes.texts };
}

/** A summary with its points and key figures; undefined where there is none. */
export function summaryDocument(summary: VerifiedSummary, language: Language): FootnotedDocument | undefined {
  if (summary.outcome !== 'summarised') return undefined;
  const { section, points, figures, coverage } = summary;
  const notes = createNotes(language);
  const numbersOf = notes.of({});
  const said: Part = {
    sentences: points.map((point) => ({ text: saidText(point, language), notes: numbersOf(point.quotes) })),
    remarks: [...composedNotes(summary, language), coverageText(coverage, language)],
  };
  const facts: Part = {
    heading: EXPORT_WORDS[language].figures,
    sentences: figures.map(({ label, value, quote }) => ({ text: `${label}: ${value}`, notes: numbersOf([quote]) })),
    remarks: [],
  };
  return {
    language,
    title: section.path.at(-1) ?? section.reportTitle,
    about: [
      [section.reportTitle, ...section.path.slice(0, -1), pagesLabel(section, language)].filter(Boolean).join(' › '),
    ],
    parts: figures.length === 0 ? [said] : [said, facts],
    notes: notes.texts,
  };
}

/** A draft that was checked, sentence by sentence; undefined where nothing was. */
export function checkDocument(checked: CheckedDraft, language: Language): FootnotedDocument | undefined {
  if (checked.outcome !== 'checked') return undefined;
  const words = CHECK_WORDS[language];
  const notes = createNotes(language);
  const numbersOf = notes.of({});
  const count = (verdict: keyof typeof words.verdicts) =>
    checked.claims.filter((claim) => claim.verdict === verdict).length;
  const sentences = checked.claims.map(({ text, verdict, reason, quotes, differences }): FootnotedSentence => {
    const differing = differences.map(
      ({ claimed, found }) => `${words.claimed}: ${claimed} — ${words.found}: ${found}`,
    );
    return {
      text,
      notes: numbersOf(quotes),
      remark: [verdictText(words.verdicts[verdict]), reason, ...differing].join(' · '),
    };
  });
  return {
    language,
    title: words.title,
    about: [
      words.summary(count('supported'), count('contradicted'), count('not_found')),
      ...checkNotes(checked, language),
    ],
    parts: [{ sentences, remarks: [] }],
    notes: notes.texts,
  };
}

/** A verdict without the sign before it, which not every font has. */
function verdictText(verdict: string): string {
  return verdict.slice(verdict.indexOf(' ') + 1);
}

function partOf({ answer, hidden, isOutdated }: SeenAnswer, numbersOf: NumbersOf, language: Language): Part {
  const words = ANSWER_WORDS[language];
  const left = hidden === 0 ? [] : [words.hidden(hidden)];
  if (isOutdated) return { sentences: [], remarks: [words.outdated] };
  switch (answer.outcome) {
    case 'told':
      return { sentences: [], remarks: replyText(answer.reply, language).split('\n') };
    case 'which':
      return { sentences: [], remarks: [whichText(language)] };
    case 'not_found':
      return { sentences: [], remarks: [notFoundText(answer, language)] };
    case 'answered':
    case 'partly_answered':
  }
  const lead = leadText(answer, language);
  const sentences = claimsOf(answer).map((claim) => ({
    text: saidText(claim, language),
    notes: numbersOf(claim.quotes),
    ...given({ remark: claim.computed }),
  }));
  const open = answer.open ? [openText(answer.open, language)] : [];
  return {
    sentences: lead === undefined ? sentences : [{ text: lead, notes: [] }, ...sentences],
    remarks: [...open, ...left, ...composedNotes(answer, language)],
  };
}

type NumbersOf = (quotes: readonly Quote[]) => number[];

/** Footnotes: each says report, section, page and quote, and what has become of the report since; none twice. */
function createNotes(language: Language): { texts: string[]; of(states: Record<string, CitedState>): NumbersOf } {
  const texts: string[] = [];
  const words = ANSWER_WORDS[language];
  const since = { current: [], replaced: [words.replaced], removed: [words.removed] };
  const noteOf = (quote: Quote, { kind }: CitedState) =>
    [
      EXPORT_WORDS[language].note(
        quote.reportTitle,
        citationLabel(quote.path, quote.place, language),
        quote.text.replaceAll(/\s+/gu, ' '),
      ),
      ...since[kind],
    ].join(' ');
  return {
    texts,
    of: (states) => (quotes) => {
      const numbers = quotes.map((quote) => {
        const text = noteOf(quote, states[quote.reportId] ?? { kind: 'current' });
        const at = texts.indexOf(text);
        return at < 0 ? texts.push(text) : at + 1;
      });
      return [...new Set(numbers)];
    },
  };
}
