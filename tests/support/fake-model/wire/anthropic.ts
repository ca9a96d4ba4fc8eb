import { z } from 'zod';
import { USAGE } from '../reply.ts';
import type { WireFormat } from './wire.ts';
import { sse } from './wire.ts';

const Text = z.union([z.string(), z.array(z.object({ text: z.string().optional() }))]);
const Body = z.object({
  model: z.string(),
  system: Text.optional(),
  messages: z.array(z.object({ content: Text })),
  tools: z.array(z.object({ name: z.string() })).optional(),
});

const event = (type: string, data: object) => sse({ type, ...data }, type);

/** Messages, as Anthropic writes them. */
export const anthropic: WireFormat = {
  contentType: 'text/event-stream',
  read(path, body) {
    if (!path.startsWith('/v1/messages')) return undefined;
    const { model, system = '', messages, tools } = Body.parse(body);
    const prompt = [system, ...messages.map(({ content }) => content)].map(textOf).join('\n');
    return { family: 'anthropic', model, prompt, structure: tools ? 'tool' : 'text', tool: tools?.[0]?.name ?? '' };
  },
  opening: ({ model, structure, tool }) => [
    event('message_start', {
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: USAGE.input, output_tokens: 0 },
      },
    }),
    event('content_block_start', {
      index: 0,
      content_block:
        structure === 'tool' ? { type: 'tool_use', id: 't1', name: tool, input: {} } : { type: 'text', text: '' },
    }),
  ],
  piece: ({ structure }, text) =>
    event('content_block_delta', {
      index: 0,
      delta: structure === 'tool' ? { type: 'input_json_delta', partial_json: text } : { type: 'text_delta', text },
    }),
  closing: ({ structure }) => [
    event('content_block_stop', { index: 0 }),
    event('message_delta', {
      delta: { stop_reason: structure === 'tool' ? 'tool_use' : 'end_turn', stop_sequence: null },
      usage: { output_tokens: USAGE.output },
    }),
    event('message_stop', {}),
  ],
};

function textOf(content: z.infer<typeof Text>): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
}
