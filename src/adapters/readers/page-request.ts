import { z } from 'zod';
import { PageLayout } from '../../domain/source.ts';

/** What the drawing process is asked for. */
export const PageRequest = z.object({ kind: z.enum(['picture', 'layout']), path: z.string(), page: z.int().min(1) });
export type PageRequest = z.infer<typeof PageRequest>;

/** What it gives back. */
export const PageReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('picture'), png: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({
    outcome: z.literal('layout'),
    layout: PageLayout,
  }),
  z.object({ outcome: z.literal('no_page') }),
]);
export type PageReply = z.infer<typeof PageReply>;
