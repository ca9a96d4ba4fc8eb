import type { FigureFact } from '../domain/figure-fact.ts';

/** A fact as one statement says it, before its place in the report is known. */
export type ReadFact = Omit<FigureFact, 'statement' | 'quote' | 'report'>;
