import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import type { SuggestedQuestion } from './suggest-questions.ts';
import { suggestQuestions } from './suggest-questions.ts';

/**
 * Questions that are shown, that are tried at most, and reports that are read for them at most: about two seconds of
 * work.
 */
const SHOWN = 3;
const TRIED = 12;
const READ = 6;

/** What finding examples takes. */
export interface ExampleSteps {
  library: Pick<VisibleLibrary, 'reports' | 'chunks'>;
  /** Answers in the reports' own sentences. */
  extract(question: Question): Promise<VerifiedAnswer>;
}

/**
 * Questions to show to somebody who does not know what to ask: after figures of the latest reports, from as many
 * reports as there are, and only those that were tried and found the figure that they were made after.
 */
export async function findExamples({ library, extract }: ExampleSteps): Promise<string[]> {
  const reports = (await library.reports()).toSorted((a, b) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
  );
  const suggested = await Promise.all(
    reports.slice(0, READ).map(async ({ id, language }) => suggestQuestions(await library.chunks(id), language)),
  );
  const found: string[] = [];
  for (const question of inTurn(suggested).slice(0, TRIED)) {
    if (found.length === SHOWN) break;
    if (isFound(await extract({ text: question.text, earlier: [] }), question)) found.push(question.text);
  }
  return found;
}

/** The first of each report, then the second of each. */
function inTurn(suggested: SuggestedQuestion[][]): SuggestedQuestion[] {
  const longest = Math.max(0, ...suggested.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    suggested.flatMap((questions) => questions.slice(at, at + 1)),
  ).flat();
}

function isFound(answer: VerifiedAnswer, { reportId, figure }: SuggestedQuestion): boolean {
  if (answer.outcome !== 'answered') return false;
  return answer.claims.some(({ quotes }) =>
    quotes.some((quote) => quote.reportId === reportId && quote.text.includes(figure)),
  );
}
