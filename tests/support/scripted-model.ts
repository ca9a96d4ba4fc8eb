import { once } from 'node:events';
import { ModelError } from '../../src/domain/errors.ts';
import type { ModelEvent, ModelFailure, ModelRequest, Prompt } from '../../src/domain/model.ts';
import type { LanguageModel, ModelStore } from '../../src/domain/ports.ts';

/** What the model says to a prompt: a value, or why it does not answer. */
export type Line =
  | { value: unknown }
  | { hangs: true }
  | { fails: ModelFailure; retryAfterMs?: number; after?: unknown };

/**
 * A model in this process that says its lines, one a call, the last one again and again; and the prompts that it was
 * given.
 */
export function aScriptedModel(...lines: Line[]): LanguageModel & { prompts: Prompt[] } {
  const prompts: Prompt[] = [];
  return {
    id: 'test:scripted',
    prompts,
    async *stream<T>({ prompt, schema }: ModelRequest<T>, signal: AbortSignal): AsyncGenerator<ModelEvent<T>> {
      await Promise.resolve();
      const line = lines[Math.min(prompts.length, lines.length - 1)];
      prompts.push(prompt);
      if (line && 'hangs' in line && !signal.aborted) await once(signal, 'abort');
      if (line && 'hangs' in line) signal.throwIfAborted();
      if (line && 'fails' in line) {
        if (line.after !== undefined) yield { kind: 'partial', value: line.after };
        throw new ModelError(
          line.fails,
          `scripted: ${line.fails}`,
          line.retryAfterMs === undefined ? {} : { retryAfterMs: line.retryAfterMs },
        );
      }
      yield {
        kind: 'complete',
        value: schema.parse(line && 'value' in line ? line.value : undefined),
        usage: { input: 100, output: 10 },
      };
    },
  };
}

/** A store that forgets at the end. */
export function createMemoryModelStore(): ModelStore {
  const said = new Map<string, string>();
  const spent = new Map<string, number>();
  const day = { day: '1970-01-01', input: 0, output: 0 };
  return {
    recall: (key) => Promise.resolve(said.get(key)),
    keep: (key, value) => Promise.resolve(void said.set(key, value)),
    spentToday: (user) =>
      Promise.resolve({ all: [...spent.values()].reduce((sum, each) => sum + each, 0), user: spent.get(user) ?? 0 }),
    spend(user, { input, output }) {
      spent.set(user, (spent.get(user) ?? 0) + input + output);
      day.input += input;
      day.output += output;
      return Promise.resolve();
    },
    spentByDay: () => Promise.resolve(spent.size === 0 ? [] : [day]),
  };
}
