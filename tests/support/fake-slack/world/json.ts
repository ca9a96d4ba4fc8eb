import { z } from 'zod';

/** A JSON object. */
export type Json = Record<string, unknown>;
export const JsonObject = z.record(z.string(), z.unknown());
