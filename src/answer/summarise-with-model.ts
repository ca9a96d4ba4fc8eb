import { z } from 'zod';
import type { CitedAnswer, Passage } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';
import type { ModelClaimCheck } from './check-model-claim.ts';
import { checkModelClaim } from './check-model-claim.ts';
import type { Composing } from './compose-with-model.ts';
import { LANGUAGE_NAMES } from './compose-with-model.ts';
import { ModelClaims } from './model-claims.ts';
import { PASSAGE_TOKENS, showPassages } from './show-passages.ts';

/** What is wanted of a summary. */
export interface SummaryWish {
  language: Language;
  /** Most points. */
  points: number;
}

const Chosen = z.object({ numbers: z.array(z.int()) });
/** Most parts that a section is read in: calls, one after the other. */
const PARTS = 8;

/**
 * Lets a model say what matters in the passages of a section: part by part, none longer than a call holds, and then the best of all points.
 * Each point is checked as a claim of an answer is; what does not pass is held back.
 * @param passages the section's chunks in reading order
 * @throws ModelError when the model does not answer
 */
export async function summariseWithModel(passages: Passage[], { language, points }: SummaryWish, composing: Composing): Promise<CitedAnswer> {
  const wish = { language: LANGUAGE_NAMES[language], points: String(points) };
  const checks: ModelClaimCheck[] = [];
  for (const part of partsOf(passages).slice(0, PARTS)) {
    const prompt = composing.prompts.fill('summarise-part', { ...wish, passages: showPassages(part) });
    for await (const event of composing.model.stream({ prompt, schema: ModelClaims }, composing.signal)) {
      if (event.kind === 'complete') checks.push(...event.value.claims.map((claim) => checkModelClaim(claim, { passages: part, language, isWord: composing.isWord })));
    }
  }
  const proved = checks.flatMap((check) => (check.kind === 'proved' ? [check] : []));
  const chosen = proved.length > points ? await choose(proved, wish, composing) : proved;
  for (const { claim } of chosen) composing.onClaim?.(claim);
  const refused = checks.flatMap((check) => (check.kind === 'failed' ? [check.withheld] : []));
  return { composer: composing.model.id, claims: chosen.map(({ draft }) => draft), refused };
}

type Proved = Extract<ModelClaimCheck, { kind: 'proved' }>;

/** The points that the model chooses, as they are: what was checked is not worded anew. */
async function choose(proved: Proved[], wish: { language: string; points: string }, { model, prompts, signal }: Composing): Promise<Proved[]> {
  const claims = proved.map(({ draft }, at) => `${at + 1}. ${draft.text}`).join('\n');
  let numbers: number[] = [];
  for await (const event of model.stream({ prompt: prompts.fill('summarise-whole', { ...wish, claims }), schema: Chosen }, signal)) if (event.kind === 'complete') ({ numbers } = event.value);
  return proved.filter((_, at) => numbers.includes(at + 1)).slice(0, Number(wish.points));
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

/** For what stands around a passage, in tokens. */
const HEAD_TOKENS = 80;
