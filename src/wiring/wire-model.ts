import { createChatModel } from '../adapters/chat-model.ts';
import { loadPrompts } from '../adapters/prompt-files.ts';
import { openSqliteModelStore } from '../adapters/sqlite-model-store.ts';
import { createSteadyModel } from '../adapters/steady-model.ts';
import type { ModelOutcome, ModelSteps } from '../model/attempt.ts';
import { PROMPTS_FOLDER } from '../config.ts';
import type { ModelConfig } from '../model-config.ts';

/**
 * The model with what it says and costs, kept beside the index.
 * @param say takes a line for each answer: what it cost
 * @throws ConfigurationError when the provider's package or a prompt is not as it must be
 */
export function wireModel(config: ModelConfig, directory: string, say: (line: string) => void): { steps: Omit<ModelSteps, 'names'>; close(): void } {
  const prompts = loadPrompts(PROMPTS_FOLDER);
  const model = createSteadyModel(createChatModel(config));
  const store = openSqliteModelStore(directory, Date.now);
  return { steps: { model, prompts, store, use: config.use, report: (outcome) => say(costLine(outcome, config.price)) }, close: () => store.close() };
}

function costLine({ model, calls, inputTokens, outputTokens, elapsedMs, cached, problem }: ModelOutcome, price: ModelConfig['price']): string {
  const dollars = price === undefined ? '' : `, $${((inputTokens * price.input + outputTokens * price.output) / 1e6).toFixed(4)}`;
  const cost = cached ? 'said before, no call' : `${calls} calls, ${inputTokens} + ${outputTokens} tokens${dollars}`;
  return `${model}: ${cost}, ${elapsedMs} ms${problem === undefined ? '' : `; answered without it: ${problem}`}`;
}
