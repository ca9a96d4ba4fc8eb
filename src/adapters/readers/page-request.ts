import { z } from 'zod';

/** What the drawing process is asked for. */
export const PageRequest = z.object({ kind: z.enum(['picture', 'layout']), path: z.string(), page: z.int().min(1) });
export type PageRequest = z.infer<typeof PageRequest>;

const PageRun = z.object({
  text: z.string(),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});

/** What it gives back. */
export const PageReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('picture'), png: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({
    outcome: z.literal('layout'),
    layout: z.object({ width: z.number(), height: z.number(), runs: z.array(PageRun) }),
  }),
  z.object({ outcome: z.literal('no_page') }),
]);
export type PageReply = z.infer<typeof PageReply>;
