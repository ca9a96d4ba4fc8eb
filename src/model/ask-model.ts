import type { LanguageModel } from '../domain/ports.ts';
import type { ModelRequest } from '../domain/model.ts';

/**
 * The whole of a model's answer.
 * @throws ModelError when it does not come, or not in the form that was asked for
 */
export async function askModel<T>(model: LanguageModel, request: ModelRequest<T>, signal: AbortSignal): Promise<T> {
  for await (const event of model.stream<T>(request, signal)) if (event.kind === 'complete') return event.value;
  throw new TypeError('a model ends with the whole of its answer or with an error');
}
