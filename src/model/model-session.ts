import { ModelError } from '../domain/errors.ts';
import type { ModelEvent, ModelFailure, ModelRequest, Prompt, TokenLimits, TokenUsage } from '../domain/model.ts';
import type { LanguageModel, ModelStore } from '../domain/ports.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';

/** The calls of one answer: what they cost, and what of them was said before. */
export interface ModelSession {
  model: LanguageModel;
  usage: TokenUsage;
  /** Calls that went out to the provider. */
  callCount(): number;
  /** True when calls were made and the model had answered all of them before. */
  isRecalled(): boolean;
  /** Keeps what the model said for the same calls in time to come. */
  keep(): Promise<void>;
}

/** The provider did not read the prompt, and takes nothing for it. */
const UNREAD: readonly ModelFailure[] = ['unreachable', 'refused', 'rate_limited', 'too_long', 'resting'];

interface Spent {
  all: number;
  user: number;
}

/** Under this name the tokens of nobody in particular are counted. */
const NOBODY = '';

/**
 * A model that remembers and counts: a prompt that was answered before, word for word, is not sent again, and none is
 * sent when the tokens of the day are used up.
 */
export function openModelSession(
  model: LanguageModel,
  store: ModelStore,
  { user, limits }: { user?: string; limits: TokenLimits },
): ModelSession {
  const usage: TokenUsage = { input: 0, output: 0 };
  const said = new Map<string, string>();
  let [sent, recalled] = [0, 0];
  const reserved = reservedIn(store);
  const name = user ?? NOBODY;

  async function* stream<T>(request: ModelRequest<T>, signal: AbortSignal): AsyncGenerator<ModelEvent<T>> {
    const key = JSON.stringify([model.id, request.prompt]);
    const before = rememberedAs(request.schema, await store.recall(key));
    if (before) {
      recalled += 1;
      yield { kind: 'complete', value: before.value, usage: { input: 0, output: 0 } };
      return;
    }
    let cost: TokenUsage = { input: 0, output: 0 };
    const expected = tokensOf(request.prompt);
    const others = { all: [...reserved.values()].reduce((sum, each) => sum + each, 0), user: reserved.get(name) ?? 0 };
    reserved.set(name, others.user + expected);
    try {
      await checkLimits(others);
      sent += 1;
      cost = { input: expected, output: 0 };
      for await (const event of model.stream(request, signal)) {
        if (event.kind === 'complete') {
          const value = JSON.stringify(event.value);
          said.set(key, value);
          // Some compatible servers do not count.
          cost = event.usage.input > 0 ? event.usage : { ...cost, output: estimateTokens(value) };
        }
        yield event;
      }
    } catch (error) {
      if (error instanceof ModelError && UNREAD.includes(error.failure)) cost = { input: 0, output: 0 };
      throw error;
    } finally {
      usage.input += cost.input;
      usage.output += cost.output;
      await store.spend(name, cost);
      reserved.set(name, (reserved.get(name) ?? 0) - expected);
    }
  }

  async function checkLimits(others: Spent): Promise<void> {
    const spent = await store.spentToday(name);
    if (limits.all !== undefined && spent.all + others.all >= limits.all)
      throw new ModelError('over_budget', `the tokens of the day are used up: ${spent.all} of ${limits.all}`);
    if (user !== undefined && limits.user !== undefined && spent.user + others.user >= limits.user)
      throw new ModelError(
        'over_budget',
        `the tokens of ${user} for the day are used up: ${spent.user} of ${limits.user}`,
      );
  }

  return {
    model: { id: model.id, stream },
    usage,
    callCount: () => sent,
    isRecalled: () => recalled > 0 && sent === 0,
    keep: async () => {
      for (const [key, value] of said) await store.keep(key, value);
    },
  };
}

/** What was remembered is used when it still has the form that is asked for; else the model is asked again. */
function rememberedAs<T>(schema: ModelRequest<T>['schema'], text: string | undefined): { value: T } | undefined {
  if (text === undefined) return undefined;
  try {
    return { value: schema.parse(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}

/**
 * Tokens of calls that are under way, by person: questions that come at once must not each believe that there is room.
 */
const RESERVED = new WeakMap<ModelStore['spend'], Map<string, number>>();

/** Of everybody who shares what a store counts. */
function reservedIn({ spend }: ModelStore): Map<string, number> {
  const found = RESERVED.get(spend) ?? new Map<string, number>();
  RESERVED.set(spend, found);
  return found;
}

function tokensOf({ instructions, message }: Prompt): number {
  return estimateTokens(instructions) + estimateTokens(message);
}
