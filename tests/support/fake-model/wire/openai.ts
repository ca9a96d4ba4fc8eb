import { z } from 'zod';
import { USAGE } from '../reply.ts';
import type { ModelCall } from '../reply.ts';
import type { WireFormat } from './wire.ts';
import { sse } from './wire.ts';

const Body = z.object({
  model: z.string(),
  messages: z.array(
    z.object({ content: z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]).nullish() }),
  ),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
  response_format: z.object({ type: z.string() }).optional(),
});

/** Chat completions, as OpenAI and all that are compatible with it write them. */
export const openai: WireFormat = {
  ...completions('openai'),
  read: (path, body) => (path.startsWith('/v1/chat/completions') ? readCompletion('openai', body) : undefined),
};

/** Mistral writes the same under an address of its own. */
export const mistral: WireFormat = {
  ...completions('mistral'),
  read: (path, body) => (path.startsWith('/mistral/v1/chat/completions') ? readCompletion('mistral', body) : undefined),
};

function readCompletion(family: 'openai' | 'mistral', body: unknown): ModelCall {
  const { model, messages, tools, response_format: format } = Body.parse(body);
  const prompt = messages
    .map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join(''),
    )
    .join('\n');
  const structure = tools ? 'tool' : format?.type === 'json_schema' ? 'schema' : 'text';
  return { family, model, prompt, structure, tool: tools?.[0]?.function.name ?? '' };
}

function completions(family: 'openai' | 'mistral'): Omit<WireFormat, 'read'> {
  const isMistral = family === 'mistral';
  const usage = {
    prompt_tokens: USAGE.input,
    completion_tokens: USAGE.output,
    total_tokens: USAGE.input + USAGE.output,
  };
  const base = ({ model }: ModelCall) => ({ id: 'c1', object: 'chat.completion.chunk', created: 0, model });
  const chunk = (call: ModelCall, delta: unknown, finish: string | null = null, more: object = {}) =>
    sse({ ...base(call), choices: [{ index: 0, delta, finish_reason: finish }], ...more });
  return {
    contentType: 'text/event-stream',
    isWhole: ({ structure }) => isMistral && structure === 'tool',
    opening: (call) => [chunk(call, { role: 'assistant', content: '' })],
    piece: (call, text, isFirst) => {
      if (call.structure !== 'tool') return chunk(call, { content: text });
      const head = isFirst || isMistral ? { id: 'call00001', type: 'function' } : {};
      return chunk(call, {
        tool_calls: [
          { index: 0, ...head, function: { ...(isFirst || isMistral ? { name: call.tool } : {}), arguments: text } },
        ],
      });
    },
    closing: (call) => [
      chunk(call, { content: '' }, call.structure === 'tool' ? 'tool_calls' : 'stop', isMistral ? { usage } : {}),
      ...(isMistral ? [] : [sse({ ...base(call), choices: [], usage })]),
      sse('[DONE]'),
    ],
  };
}
