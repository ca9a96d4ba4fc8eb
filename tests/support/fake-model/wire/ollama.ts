import { z } from 'zod';
import { USAGE } from '../reply.ts';
import type { WireFormat } from './wire.ts';

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.string() })),
  format: z.unknown().optional(),
});

const line = (value: object) => `${JSON.stringify({ created_at: '2026-01-01T00:00:00Z', ...value })}\n`;

/** Lines of JSON, as Ollama writes them. */
export const ollama: WireFormat = {
  contentType: 'application/x-ndjson',
  read(path, body) {
    if (!path.startsWith('/api/chat')) return undefined;
    const { model, messages, format } = Body.parse(body);
    return {
      family: 'ollama',
      model,
      prompt: messages.map(({ content }) => content).join('\n'),
      structure: format === undefined ? 'text' : 'schema',
      tool: '',
    };
  },
  opening: () => [],
  piece: ({ model }, text) => line({ model, message: { role: 'assistant', content: text }, done: false }),
  closing: ({ model }) => [
    line({
      model,
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: 'stop',
      prompt_eval_count: USAGE.input,
      eval_count: USAGE.output,
    }),
  ],
};
