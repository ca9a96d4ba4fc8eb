import type { Quote, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { composedNotes, leadText, notFoundText, withheldText } from '../words/answer-notes.ts';
import { degreeLegend, degreeMark, saidText } from '../words/degree-words.ts';
import { citationLabel } from '../words/place-label.ts';

const WORDS = {
  zh: { nearest: '没有回答；最接近的原文：' },
  en: { nearest: 'Not answered; nearest:' },
};

/** An answer for the terminal, line by line: sentences with numbered marks, and under them the citations. */
export function answerLines(answer: VerifiedAnswer, language: Language): string[] {
  const words = WORDS[language];
  const withheld = answer.withheld.length > 0 ? [withheldText(answer.withheld.length, language)] : [];
  const composed = composedNotes(answer, language);
  if (answer.outcome === 'not_found') {
    const nearest =
      answer.nearest.length > 0
        ? [
            words.nearest,
            ...answer.nearest.flatMap((quote) => [`  - ${sourceLine(quote, language)}`, `    “${quote.text}”`]),
          ]
        : [];
    return [...composed, notFoundText(answer, language), ...withheld, ...nearest];
  }
  if (answer.outcome === 'told') return replyText(answer.reply, language).split('\n');
  if (answer.outcome === 'which')
    return [whichText(language), ...answer.candidates.map((each) => `  - ${meantLabel(each)}`)];
  const quotes: Quote[] = [];
  const sentences = answer.claims.map(
    (claim) =>
      `${saidText(claim, language)} ${claim.quotes.map((quote) => `[${quotes.push(quote)}]`).join('')} ` +
      degreeMark(claim),
  );
  const notes = quotes.flatMap((quote, index) => [
    `[${index + 1}] ${sourceLine(quote, language)}`,
    `    “${quote.text}”`,
  ]);
  const lead = leadText(answer, language);
  const open = answer.open ? [openText(answer.open, language)] : [];
  return [
    ...composed,
    ...(lead === undefined ? [] : [lead]),
    ...sentences,
    ...open,
    '',
    ...notes,
    degreeLegend(answer.claims, language),
    ...withheld,
  ];
}

function sourceLine({ reportTitle, path, place }: Quote, language: Language): string {
  return `${reportTitle} · ${citationLabel(path, place, language)}`;
}
