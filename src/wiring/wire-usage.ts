import type { Config } from '../config.ts';
import { OPERATOR } from '../domain/audience.ts';
import type { Inbox } from '../domain/ports.ts';
import type { Health, Usage, VerdictCounts } from '../domain/usage.ts';
import { countVerdicts } from '../review/count-verdicts.ts';
import { countUsage } from '../usage/count-usage.ts';
import type { Footnote } from './wire-footnote.ts';

/** Citations that are counted at most: who has more waiting need not know how many. */
const COUNTED = 1000;

/**
 * Counts how a library was used.
 * @param days how many days back
 */
export async function usageOf(
  { feedback, stores }: Footnote,
  { model }: Pick<Config, 'model'>,
  days: number,
): Promise<Usage> {
  const models = stores.models();
  try {
    const [questions, ratings] = [await feedback.questions(), await feedback.ratings()];
    const kept = { questions, ratings, tokens: await models.spentByDay(), price: model?.price };
    return countUsage(kept, Date.now(), days);
  } finally {
    models.close();
  }
}

/** How often which verdict of editors is in force. */
export async function verdictsOf({ review }: Pick<Footnote, 'review'>): Promise<VerdictCounts> {
  return countVerdicts(await review.log());
}

/** Looks at what can be looked at without calling anybody. */
export async function healthOf({ library, review }: Footnote, inbox: Pick<Inbox, 'backlog'>): Promise<Health> {
  const reports = await library.seenBy(OPERATOR).reports();
  return {
    reports: reports.length,
    passages: reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0),
    backlog: await inbox.backlog(),
    waitingCitations: (await review.queue(COUNTED)).length,
    log: (await review.verifyLog()).outcome,
  };
}
