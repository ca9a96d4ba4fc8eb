import type { ModelRequest } from '../domain/model.ts';
import type { LanguageModel } from '../domain/ports.ts';

/**
 * The whole of a model's answer.
 * @throws ModelError when it does not come, or not in the form that was asked for
 */
export async function askModel<T>(model: LanguageModel, request: ModelRequest<T>, signal: AbortSignal): Promise<T> {
  let whole: { value: T } | undefined;
  // To the end: whoever counts calls and failures sees that it came.
  for await (const event of model.stream<T>(request, signal)) if (event.kind === 'complete') whole = event;
  if (!whole) throw new TypeError('a model ends with the whole of its answer or with an error');
  return whole.value;
}
