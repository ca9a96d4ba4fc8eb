import { z } from 'zod';

const DATE = /(?<!\d)((?:19|20)\d{2})(?:\s*年\s*|[-./])(\d{1,2})(?:\s*月\s*|[-./])(\d{1,2})(?!\d)/u;

/** The first full date in one of the texts as YYYY-MM-DD; undefined when there is none. */
export function findDate(texts: string[]): string | undefined {
  for (const text of texts) {
    const match = DATE.exec(text);
    if (!match) continue;
    const [, year = '', month = '', day = ''] = match;
    const date = z.iso.date().safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    if (date.success) return date.data;
  }
  return undefined;
}
