import { createHash, randomUUID } from 'node:crypto';
import { AnswerPlace } from '../domain/review.ts';
import type { KeptAnswer, PostedQuestion } from '../domain/review.ts';

/** Digits of an answer's id. */
const ID_LENGTH = 16;

/**
 * An answer as it is kept: every citation with an id.
 * @param fileOf file name of a report
 */
export function keptAnswer(
  { question, claims, asker, place, after }: PostedQuestion,
  at: string,
  fileOf: (reportId: string) => string,
): KeptAnswer {
  // A web page that is loaded again is the same answer, not another one to check.
  const id =
    place.kind === 'web'
      ? createHash('sha256')
          .update(JSON.stringify(after === undefined ? [question, claims] : [question, claims, after]))
          .digest('hex')
          .slice(0, ID_LENGTH)
      : randomUUID();
  let number = 0;
  return {
    id,
    at,
    question,
    asker,
    // A row that cannot be read again is not written.
    place: AnswerPlace.parse(place),
    claims: claims.map(({ text, quotes }) => ({
      text,
      citations: quotes.map((quote) => ({ id: `${id}.${++number}`, file: fileOf(quote.reportId), quote })),
    })),
  };
}
