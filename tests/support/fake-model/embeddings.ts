import { z } from 'zod';

const Body = z.object({ model: z.string(), input: z.union([z.string(), z.array(z.string())]) });
const DIMENSION = 8;

/**
 * The vectors that an embedding request asks for, as OpenAI (`/v1/embeddings`) and Ollama (`/api/embed`) write them;
 * not of length 1.
 */
export function embeddings(path: string, body: unknown): unknown {
  if (!path.startsWith('/v1/embeddings') && !path.startsWith('/api/embed')) return undefined;
  const { model, input } = Body.parse(body);
  const vectors = [input].flat().map(vectorOf);
  if (path.startsWith('/api/embed')) return { model, embeddings: vectors };
  return {
    object: 'list',
    model,
    data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: DIMENSION }, () => 0);
  for (const character of text) {
    const at = (character.codePointAt(0) ?? 0) % DIMENSION;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
