import { z } from 'zod';

/** A setting of ids or names, separated by commas or blanks. */
export const ids = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/u).filter(Boolean));
