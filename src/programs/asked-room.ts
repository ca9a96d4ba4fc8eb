import type { Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import type { Judged } from './verify-json.ts';

/** Who asks, and who waits. */
export interface ProgramAsker {
  /** Whose allowance is used. */
  user?: string;
  /** Tells askers apart who use one allowance: each has a turn. */
  visitor?: string;
  /** Ends the work when nobody waits for it any more. */
  signal?: AbortSignal;
}

/** A sentence with the quotes that it rests on. */
export interface Cited {
  claim: string;
  quotes: readonly string[];
  reports?: string[];
}

/** The reports that a program may see, to be read and asked: as if there were no others. */
export interface AskedRoom {
  answer(question: Question, asker: ProgramAsker): Promise<VerifiedAnswer>;
  /** Passages for a question, best first. */
  search(question: Question, limit: number, asker: ProgramAsker): Promise<Passage[]>;
  check(draft: string, options: ProgramAsker & { reports?: string[] }): Promise<CheckedDraft>;
  verify(sentences: readonly Cited[], asker: ProgramAsker): Promise<Judged[]>;
  summarize(request: SummaryRequest, asker: ProgramAsker): Promise<VerifiedSummary>;
  figures(
    request: FiguresRequest,
    options: { limit: number; isTrend: boolean; visitor?: string },
  ): Promise<FoundFigures>;
  library: Pick<VisibleLibrary, 'reports' | 'report'>;
}
