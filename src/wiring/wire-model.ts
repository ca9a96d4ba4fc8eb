import { createChatModel } from '../adapters/models/chat-model.ts';
import { loadPrompts } from '../adapters/models/prompt-files.ts';
import { createSteadyModel } from '../adapters/models/steady-model.ts';
import { given } from '../domain/given.ts';
import { PROMPTS_FOLDER } from '../config.ts';
import type { ModelConfig } from '../model-config.ts';
import type { Cost, ModelOutcome, ModelSteps } from '../model/attempt.ts';
import { note, noteStep } from '../watch/current-work.ts';
import type { Stores } from './open-stores.ts';

/** One model for all libraries: its failures and its tokens are counted together. */
export interface WiredModel {
  /** The model for one library: what it says of its reports is kept with it. */
  keptIn(stores: Pick<Stores, 'models'>): { steps: Omit<ModelSteps, 'prove'>; close(): void };
  close(): void;
}

/**
 * The model with what it says and costs, kept beside the indexes.
 * @param stores where tokens are counted
 * @param say takes a line for each answer: what it cost
 * @throws ConfigurationError when the provider's package or a prompt is not as it must be
 */
export function wireModel(
  config: ModelConfig,
  stores: Pick<Stores, 'models'>,
  say: (line: string) => void,
): WiredModel {
  const { use, price, judge: judging } = config;
  const prompts = loadPrompts(PROMPTS_FOLDER);
  const model = createSteadyModel(createChatModel(config));
  const judge = judging === 'same' ? model : judging && createSteadyModel(createChatModel(judging));
  const { spentToday, spend, spentByDay, close } = stores.models();
  return {
    keptIn(own) {
      const { recall, keep, close: closeOwn } = own.models();
      return {
        steps: {
          model,
          ...given({ judge }),
          prompts,
          store: { recall, keep, spentToday, spend, spentByDay },
          use,
          report(outcome) {
            say(costLine(outcome, price));
            tellCost(outcome);
          },
        },
        close: closeOwn,
      };
    },
    close,
  };
}

/** What the model and its judge took together. */
function tellCost({ elapsedMs, cached, problem, judge, ...cost }: ModelOutcome): void {
  const all = [cost, ...(judge ? [judge] : [])];
  const sum = (of: (one: Cost) => number) => all.reduce((total, one) => total + of(one), 0);
  noteStep('model', elapsedMs, problem === undefined);
  note({
    kind: 'model',
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    cached,
  });
}

function costLine({ elapsedMs, cached, problem, judge, ...cost }: ModelOutcome, price: ModelConfig['price']): string {
  // The price is the model's: another one that judges has its own.
  const judged =
    judge && `; judged by ${judge.model}: ${callsText(judge, judge.model === cost.model ? price : undefined)}`;
  const spent = cached ? 'said before, no call' : callsText(cost, price);
  const end = problem === undefined ? '' : `; ended early: ${problem}`;
  return `${cost.model}: ${spent}, ${elapsedMs} ms${judged ?? ''}${end}`;
}

function callsText({ calls, inputTokens, outputTokens }: Cost, price: ModelConfig['price']): string {
  const dollars =
    price === undefined ? '' : `, $${((inputTokens * price.input + outputTokens * price.output) / 1e6).toFixed(4)}`;
  return `${calls} ${calls === 1 ? 'call' : 'calls'}, ${inputTokens} + ${outputTokens} tokens${dollars}`;
}
