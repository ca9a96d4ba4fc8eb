import { z } from 'zod';

/** The day that a format states, `2023-05-31` or `2023-05-31T08:00:00Z`; undefined when it states none. */
export function dayIn(text: string | undefined): string | undefined {
  const day = /^\s*((?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/u.exec(text ?? '')?.[1];
  return day !== undefined && z.iso.date().safeParse(day).success ? day : undefined;
}
