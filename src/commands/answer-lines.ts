import type { Claim, Quote, VerifiedAnswer } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { meantLabel, openText, replyText, whichText } from '../words/reply-words.ts';
import { composedNotes, leadText, notFoundText } from '../words/answer-notes.ts';
import { degreeText } from '../words/degree-words.ts';
import { citationLabel } from '../words/place-label.ts';

const WORDS = {
  zh: { nearest: '没有回答；最接近的原文：', withheld: '未通过核对、没有显示的句子：' },
  en: { nearest: 'Not answered; nearest:', withheld: 'Withheld, because it did not pass the check:' },
};

/** An answer for the terminal, line by line: sentences with numbered marks, and under them the citations. */
export function answerLines(answer: VerifiedAnswer, language: Language): string[] {
  const words = WORDS[language];
  const withheld =
    answer.withheld.length > 0
      ? [words.withheld, ...answer.withheld.map(({ text, reason }) => `  - ${text} (${reason})`)]
      : [];
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
      `${claim.text} ${claim.quotes.map((quote) => `[${quotes.push(quote)}]`).join('')}${degreeOf(claim, language)}`,
  );
  const notes = quotes.flatMap((quote, index) => [
    `[${index + 1}] ${sourceLine(quote, language)}`,
    `    “${quote.text}”`,
  ]);
  const lead = leadText(answer, language);
  const open = answer.open ? [openText(answer.open, language)] : [];
  return [...composed, ...(lead === undefined ? [] : [lead]), ...sentences, ...open, '', ...notes, ...withheld];
}

function degreeOf(claim: Claim, language: Language): string {
  const degree = degreeText(claim, language);
  return degree === undefined ? '' : ` ${degree}`;
}

function sourceLine({ reportTitle, path, place }: Quote, language: Language): string {
  return `${reportTitle} · ${citationLabel(path, place, language)}`;
}
