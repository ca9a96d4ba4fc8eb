import { z } from 'zod';
import { createChatModel } from '../adapters/models/chat-model.ts';
import type { Config } from '../config.ts';
import { ModelError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { ModelFailure } from '../domain/model.ts';

/** For the tiny call, in milliseconds: a server of one's own may have to load the model first. */
const PATIENCE_MS = 60_000;
const Hello = z.object({ word: z.string() });
const ADVICE: Partial<Record<ModelFailure, string>> = {
  refused: 'check the key and the name of the model (MODEL and the key in .env)',
  unreachable: 'check MODEL_BASE_URL, that the server runs, and the network',
  timeout: 'the server takes the call and does not answer: check that it has loaded the model',
  broken_output: 'the model does not keep to a form: take one that can call tools or write JSON',
  rate_limited: "the account's limit is reached: wait, or raise it with the provider",
};

/** Whether the model answers a tiny call. */
export async function modelFinding(settings: Config['model']): Promise<Finding[]> {
  if (!settings) return [{ part: 'model', state: 'off', detail: "no MODEL: answers are the reports' own sentences" }];
  const model = createChatModel(settings);
  const started = performance.now();
  try {
    for await (const event of model.stream(
      { prompt: { instructions: 'Repeat the word.', message: 'footnote' }, schema: Hello },
      AbortSignal.timeout(PATIENCE_MS),
    )) {
      if (event.kind === 'complete')
        return [
          {
            part: 'model',
            state: 'fine',
            detail:
              `${model.id} answered in ${Math.round(performance.now() - started)} ms ` +
              `(${event.usage.input} + ${event.usage.output} tokens)`,
          },
        ];
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return [
      {
        part: 'model',
        state: 'wrong',
        detail: error.message.split('\n')[0] ?? '',
        advice: ADVICE[error.failure] ?? "try again in a while; until then answers are the reports' own sentences",
      },
    ];
  }
  return [];
}
