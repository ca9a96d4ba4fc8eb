import { z } from 'zod';
import { USAGE } from '../reply.ts';
import type { WireFormat } from './wire.ts';

const Content = z.object({ parts: z.array(z.object({ text: z.string().optional() })) });
const Body = z.object({
  contents: z.array(Content),
  systemInstruction: Content.optional(),
  generationConfig: z.object({ responseSchema: z.unknown().optional() }).optional(),
});
const PATH = /^\/v1(?:beta)?\/models\/(?<model>[^:]+):generateContent/u;
/** Where the text of the answer goes. */
const TEXT = '%TEXT%';

const [before = '', after = ''] = JSON.stringify({
  candidates: [{ index: 0, content: { role: 'model', parts: [{ text: TEXT }] }, finishReason: 'STOP' }],
  usageMetadata: {
    promptTokenCount: USAGE.input,
    candidatesTokenCount: USAGE.output,
    totalTokenCount: USAGE.input + USAGE.output,
  },
}).split(TEXT);

/** Contents with parts, as Gemini writes them; in one piece. */
export const gemini: WireFormat = {
  contentType: 'application/json',
  read(path, body) {
    const model = PATH.exec(path)?.groups?.['model'];
    if (model === undefined) return undefined;
    const { contents, systemInstruction, generationConfig } = Body.parse(body);
    const prompt = [...(systemInstruction ? [systemInstruction] : []), ...contents]
      .flatMap(({ parts }) => parts.map(({ text }) => text ?? ''))
      .join('\n');
    return {
      family: 'gemini',
      model,
      prompt,
      structure: generationConfig?.responseSchema === undefined ? 'text' : 'schema',
      tool: '',
    };
  },
  opening: () => [before],
  piece: (_call, text) => JSON.stringify(text).slice(1, -1),
  closing: () => [after],
};
