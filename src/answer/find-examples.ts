import type { Question, VerifiedAnswer } from '../domain/answer.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import type { SuggestedQuestion } from './suggest-questions.ts';
import { suggestQuestions } from './suggest-questions.ts';

/**
 * Questions that are shown, that are tried at most, and reports that are read for them at most: about two seconds of
 * work.
 */
const SHOWN = 3;
const TRIED = 12;
const READ = 6;
/** The same of one report. */
const SHOWN_OF_ONE = 5;
const TRIED_OF_ONE = 20;

/** What finding examples takes. */
export interface ExampleSteps {
  library: Pick<VisibleLibrary, 'reports' | 'chunks'>;
  /** Answers in the reports' own sentences. */
  extract(question: Question): Promise<VerifiedAnswer>;
}

/**
 * Questions to show to somebody who does not know what to ask: after figures of the latest reports, from as many
 * reports as there are, and only those that were tried and found the figure that they were made after.
 * @param reportId absent: all reports; else this one alone is asked, and the questions are spread over it
 */
export async function findExamples(steps: ExampleSteps, reportId?: string): Promise<string[]> {
  const { library, extract } = steps;
  const reports = (await library.reports()).toSorted((a, b) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
  );
  const suggestedBy = async ({ id, language }: Pick<Report, 'id' | 'language'>) =>
    suggestQuestions(await library.chunks(id), language);
  if (reportId === undefined) {
    const suggested = await Promise.all(reports.slice(0, READ).map(suggestedBy));
    return tryOut(inTurn(suggested).slice(0, TRIED), SHOWN, (text) => extract({ text, earlier: [] }));
  }
  const report = reports.find(({ id }) => id === reportId);
  const suggested = report ? await suggestedBy(report) : [];
  const step = Math.max(1, Math.floor(suggested.length / TRIED_OF_ONE));
  const spread = suggested.filter((_, at) => at % step === 0).slice(0, TRIED_OF_ONE);
  return tryOut(spread, SHOWN_OF_ONE, (text) => extract({ text, earlier: [], reports: [reportId] }));
}

async function tryOut(
  questions: readonly SuggestedQuestion[],
  wanted: number,
  ask: (text: string) => Promise<VerifiedAnswer>,
): Promise<string[]> {
  const found: string[] = [];
  for (const question of questions) {
    if (found.length === wanted) break;
    if (!found.includes(question.text) && isFound(await ask(question.text), question)) found.push(question.text);
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
