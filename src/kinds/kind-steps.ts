import type { Prove } from '../compare/prove.ts';
import type { NearName, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import type { FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { VisibleLibrary } from '../domain/ports.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { Retrieval } from '../retrieve/retrieve-passages.ts';

/** The statements that the reports have on a question, best first, with the passages that they stand in. */
export interface FoundStatements {
  retrieval: Retrieval;
  ranked: readonly RankedSentence[];
}

/** Whether a sentence is so, with the quote that tells it. */
export interface Decided {
  verdict: 'yes' | 'no';
  passage: Passage;
  quote: string;
}

/** What the answers of all kinds stand on. */
export interface KindSteps {
  library: Pick<VisibleLibrary, 'reports' | 'aliases' | 'chunks' | 'statements'>;
  /** Answers a question for a fact, or several, one after another. */
  answerFacts(question: Question): Promise<VerifiedAnswer>;
  /** Finds and ranks the statements for a question that asks one thing. */
  findStatements(question: Question): Promise<FoundStatements>;
  /** Figures as data, those only that form lines over time. */
  trends(request: FiguresRequest): Promise<FoundFigures>;
  summarise(request: SummaryRequest): Promise<VerifiedSummary>;
  /** Whether a sentence is so, where a statement tells it for sure. */
  decide(claim: Question): Promise<Decided | undefined>;
  /** Names of the reports that words of a question may have meant. */
  nearNames(question: Question): Promise<NearName[]>;
  prove: Prove;
  /** Tells names from words, for what stands beside figures. */
  names: NameReader;
}
