import { z } from 'zod';
import type { ModelClaimCheck } from './check-model-claim.ts';
import type { Tasking } from './attempt.ts';

const Judgement = z.object({ claims: z.array(z.object({ number: z.int(), proved: z.boolean() })) });
const REASON = 'the second check by the model does not find it in the quotes';

/**
 * Lets the model judge, in a second call that sees no passages, whether the quotes prove the claims; one that it does
 * not name counts as not proved.
 */
export async function judgeClaims(
  checks: ModelClaimCheck[],
  { model, prompts, signal, onClaim }: Tasking,
): Promise<ModelClaimCheck[]> {
  const proved = checks.flatMap((check, at) =>
    check.kind === 'proved' ? [{ number: at + 1, claim: check.claim }] : [],
  );
  if (proved.length === 0) return checks;
  const claims = proved
    .map(
      ({ number, claim }) =>
        `${number}. ${claim.text}\n${claim.quotes.map(({ text }) => `   quote: ${text}`).join('\n')}`,
    )
    .join('\n');
  const accepted = new Set<number>();
  for await (const event of model.stream(
    { prompt: prompts.fill('check-claim', { claims }), schema: Judgement },
    signal,
  )) {
    if (event.kind === 'complete')
      for (const { number, proved: isProved } of event.value.claims) if (isProved) accepted.add(number);
  }
  return checks.map((check, at) => {
    if (check.kind === 'failed') return check;
    if (!accepted.has(at + 1))
      return { kind: 'failed', draft: check.draft, withheld: { text: check.draft.text, reason: REASON } };
    onClaim?.(check.claim);
    return check;
  });
}
