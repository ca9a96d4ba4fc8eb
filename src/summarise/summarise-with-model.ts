import { z } from 'zod';
import type { Passage, Withheld } from '../domain/answer.ts';
import { ModelError } from '../domain/errors.ts';
import type { Language } from '../domain/report.ts';
import { askModel } from '../model/ask-model.ts';
import type { Tasking } from '../model/attempt.ts';
import { NothingVerified } from '../model/attempt.ts';
import type { ModelClaimCheck } from '../model/check-model-claim.ts';
import { checkModelClaim, shownFor } from '../model/check-model-claim.ts';
import { judgeClaims } from '../model/judge-claims.ts';
import { ModelClaims } from '../model/model-claims.ts';
import { LANGUAGE_NAMES, PASSAGE_TOKENS, showPassages } from '../model/show-passages.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';

/** What is wanted of a summary. */
export interface SummaryWish {
  language: Language;
  /** Most points. */
  points: number;
}

/** A point that was proved, with the quotes that prove it. */
export type ProvedPoint = Extract<ModelClaimCheck, { kind: 'proved' }>;

const Chosen = z.object({ numbers: z.array(z.int()) });
/** Most parts that a section is read in, each a call; what is longer is not summarised by a model. */
const PARTS = 8;
/** The parts together may give so many points for each that is wanted. */
const SPARE = 2;
/** For what stands around a passage, in tokens. */
const HEAD_TOKENS = 80;

/**
 * Lets a model say what matters in the passages of a section: all parts at once, none longer than a call holds, and
 * then the best of all points. Each point is checked as a claim of an answer is; in the place of one that is not proved
 * stand its quotes.
 * @param passages the section's chunks in reading order
 * @throws ModelError when the section is too long, the model does not answer, or nothing that it says can be proved
 */
export async function summariseWithModel(
  passages: Passage[],
  { language, points }: SummaryWish,
  tasking: Tasking,
): Promise<{ points: ProvedPoint[]; refused: Withheld[] }> {
  const parts = partsOf(passages);
  if (parts.length > PARTS)
    throw new ModelError(
      'too_long',
      `${tasking.model.id}: the section needs ${parts.length} calls, and ${PARTS} are made`,
    );
  const each = Math.min(points, Math.ceil((SPARE * points) / Math.max(1, parts.length)));
  const checks = (await Promise.all(parts.map((part) => readPart(part, { language, points: each }, tasking)))).flat();
  const context = { passages, language, prove: tasking.prove };
  const judged = await judgeClaims(checks, context, tasking);
  const shown = judged.map((check) => shownFor(check, context));
  const proved = withoutRepeats(shown.flatMap((check) => (check.kind === 'proved' ? [check] : [])));
  const refused = shown.flatMap((check) => (check.kind === 'failed' ? [check.withheld] : []));
  if (checks.length === 0) throw new ModelError('empty', `${tasking.model.id}: gave no points`);
  // Quotes alone are no summary: the program's own is a better one.
  if (!judged.some(({ kind }) => kind === 'proved')) throw new NothingVerified(tasking.model.id, refused);
  return { points: proved.length > points ? await choose(proved, { language, points }, tasking) : proved, refused };
}

/** Without quotes that stand for a point and are cited by another one. */
function withoutRepeats(points: readonly ProvedPoint[]): ProvedPoint[] {
  const isCited = (point: ProvedPoint) =>
    points.some(
      (other) => other.claim.degree !== 'quoted' && other.claim.quotes.some(({ text }) => text === point.claim.text),
    );
  return points.filter((point) => point.claim.degree !== 'quoted' || !isCited(point));
}

async function readPart(
  part: Passage[],
  { language, points }: SummaryWish,
  { model, prompts, signal, prove }: Tasking,
): Promise<ModelClaimCheck[]> {
  const prompt = prompts.fill('summarise-part', {
    language: LANGUAGE_NAMES[language],
    points: String(points),
    passages: showPassages(part),
  });
  const { claims } = await askModel(model, { prompt, schema: ModelClaims }, signal);
  return claims.slice(0, points).map((claim) => checkModelClaim(claim, { passages: part, language, prove }));
}

/**
 * The points that the model chooses, as they are: what was checked is not worded anew. Where it chooses none, the
 * first.
 */
async function choose(
  proved: ProvedPoint[],
  { language, points }: SummaryWish,
  { model, prompts, signal }: Tasking,
): Promise<ProvedPoint[]> {
  const claims = proved.map(({ draft }, at) => `${at + 1}. ${draft.text}`).join('\n');
  const prompt = prompts.fill('summarise-whole', {
    language: LANGUAGE_NAMES[language],
    points: String(points),
    claims,
  });
  const { numbers } = await askModel(model, { prompt, schema: Chosen }, signal);
  const chosen = proved.filter((_, at) => numbers.includes(at + 1));
  return (chosen.length > 0 ? chosen : proved).slice(0, points);
}

/** The passages in stretches that a call holds. */
function partsOf(passages: Passage[]): Passage[][] {
  const parts: Passage[][] = [];
  let room = 0;
  for (const passage of passages) {
    const size = estimateTokens(passage.chunk.text) + HEAD_TOKENS;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = PASSAGE_TOKENS;
    }
    parts.at(-1)?.push(passage);
    room -= size;
  }
  return parts;
}
