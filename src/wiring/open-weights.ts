import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { AnswerWeights } from '../answer/compose-extract.ts';
import { ConfidenceWeights } from '../answer/confidence-weights.ts';
import { StatementWeights } from '../answer/statement-weights.ts';
import type { SummaryWeights } from '../summarise/summary-weights.ts';
import { PointWeights, SectionWeights } from '../summarise/summary-weights.ts';
import { PassageWeights } from '../retrieve/passage-weights.ts';
import { ConfigurationError } from '../domain/errors.ts';

/** What was fitted on question sets and reports. */
export interface FittedWeights extends AnswerWeights {
  passages: PassageWeights;
  summary: SummaryWeights;
}

/**
 * The weights that decide, from a folder of files that `npm run fit` writes.
 * @throws ConfigurationError when a file is missing or not as it must be
 */
export function openWeights(folder: string): FittedWeights {
  return {
    passages: readWeights(folder, 'passages', PassageWeights),
    summary: {
      sections: readWeights(folder, 'sections', SectionWeights),
      points: readWeights(folder, 'points', PointWeights),
    },
    statements: readWeights(folder, 'statements', StatementWeights),
    confidence: readWeights(folder, 'confidence', ConfidenceWeights),
  };
}

/**
 * One file of weights.
 * @throws ConfigurationError when it is missing or not as it must be
 */
export function readWeights<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const path = join(folder, `${name}.json`);
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ConfigurationError(`${path} cannot be used; \`npm run fit -- ${name}\` writes it anew.`, {
      cause: error,
    });
  }
}
