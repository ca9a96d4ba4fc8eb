import type { AnswerRecord, Claim, FigureSeries } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { CitedState, GivenAnswer, SeenAnswer } from '../domain/given-answer.ts';
import type { PostedAnswer, PostedCitation } from '../domain/review.ts';

/** What somebody may see now of what an answer cites. */
export interface Seeing {
  /** The reports that they may see, or may see what is left of, by id. */
  states: Record<string, CitedState>;
  /** The reports are those that there were when the answer was given. */
  isSame: boolean;
  posted: PostedAnswer | undefined;
}

/**
 * A given answer with what somebody may see of it: sentences and quotes of other reports are taken out, and with them
 * what was said of all together. Undefined where every sentence is: that is like an answer that was never given.
 */
export function seenAnswer(given: GivenAnswer, { states, isSame, posted }: Seeing): SeenAnswer | undefined {
  const isSeen = ({ reportId }: { reportId: string }) => reportId in states;
  const claims = claimsOf(given.answer);
  const shown = claims.map(({ quotes }) => quotes.every(isSeen));
  const hidden = shown.filter((each) => !each).length;
  if (claims.length > 0 && hidden === claims.length) return undefined;
  const { id, at, after } = given;
  return {
    id,
    at,
    ...(after === undefined ? {} : { after }),
    answer: withoutHidden(given.answer, { isSeen, isSame, isWhole: hidden === 0 }),
    sources: given.sources.filter(({ quote }) => isSeen(quote)),
    hidden,
    isOutdated: !isSame && speaksOfReports(given.answer),
    citations: claims.flatMap((claim, number) => (shown[number] ? [citationsOf(claim, number, posted)] : [])),
    states,
  };
}

/** What says something of the reports that no quote bears out. */
function speaksOfReports(answer: AnswerRecord): boolean {
  if (answer.outcome === 'which') return true;
  return answer.outcome === 'told' && (answer.reply.about === 'reports' || answer.reply.about === 'fact');
}

function citationsOf(claim: Claim, at: number, posted: PostedAnswer | undefined): PostedCitation[] {
  const kept = posted?.claims[at];
  return kept && kept.text === claim.text ? kept.citations : [];
}

interface Sight {
  isSeen(of: { reportId: string }): boolean;
  isSame: boolean;
  /** No sentence is hidden. */
  isWhole: boolean;
}

function withoutHidden(answer: AnswerRecord, { isSeen, isSame, isWhole }: Sight): AnswerRecord {
  if (answer.outcome === 'not_found') {
    const { near, held, ...rest } = answer;
    const nearest = answer.nearest.filter(isSeen);
    // Names and periods come from reports that are not named with them.
    return { ...rest, nearest, held: isSame ? held : [], ...(isSame && near ? { near } : {}) };
  }
  if (answer.outcome === 'told' || answer.outcome === 'which') return answer;
  const { series, verdict, ...rest } = answer;
  const claims = answer.claims.filter(({ quotes }) => quotes.every(isSeen));
  return {
    ...rest,
    claims,
    differing: isWhole && answer.differing,
    ...(isWhole && verdict !== undefined ? { verdict } : {}),
    ...(series && isSeenSeries(series, isSeen) ? { series } : {}),
  };
}

function isSeenSeries({ values }: FigureSeries, isSeen: Sight['isSeen']): boolean {
  return values.every(({ quote }) => isSeen(quote));
}
