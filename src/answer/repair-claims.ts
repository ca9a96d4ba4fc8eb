import { ModelError } from '../domain/errors.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { CheckContext, ModelClaimCheck } from '../model/check-model-claim.ts';
import { checkModelClaim } from '../model/check-model-claim.ts';
import type { Tasking } from '../model/attempt.ts';
import { RepairedClaims } from '../model/model-claims.ts';

/** What a repair is told. */
interface Repair {
  task: { question: string; language: string; passages: string };
  context: CheckContext;
  composing: Tasking;
}

/** Has the claims that failed written again, all in one call, with the reasons; what fails again stays as it is. */
export async function repairClaims(
  checks: ModelClaimCheck[],
  { task, context, composing }: Repair,
): Promise<ModelClaimCheck[]> {
  const failed = checks.flatMap((check, at) => (check.kind === 'failed' ? [{ number: at + 1, check }] : []));
  if (failed.length === 0) return checks;
  const prompt = composing.prompts.fill('repair-claims', {
    ...task,
    claims: failed.map(({ number, check }) => failedLine(number, check)).join('\n'),
  });
  const repaired = new Map<number, ModelClaimCheck>();
  try {
    for await (const event of composing.model.stream({ prompt, schema: RepairedClaims }, composing.signal)) {
      if (event.kind === 'partial') continue;
      for (const { number, ...claim } of event.value.claims.slice(0, PORTIONS.modelClaims))
        repaired.set(number, checkModelClaim(claim, context));
    }
  } catch (error) {
    // What is proved already is worth more than a second attempt at the rest.
    if (!(error instanceof ModelError) || failed.length === checks.length) throw error;
  }
  return checks.map((check, at) => {
    const again = check.kind === 'failed' ? repaired.get(at + 1) : undefined;
    if (again?.kind !== 'proved') return check;
    if (!composing.judges) composing.onClaim?.(again.claim);
    return again;
  });
}

function failedLine(number: number, { draft, withheld }: Extract<ModelClaimCheck, { kind: 'failed' }>): string {
  return (
    `${number}. ${draft.text}\n   reason: ` +
    [withheld.reason, ...draft.citations.map(({ passage, quote }) => `   quote from ${passage}: ${quote}`)].join('\n')
  );
}
