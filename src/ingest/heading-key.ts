import { fold } from '../text/fold-text.ts';
import { numberAtStart } from '../text/numbering.ts';

/** A heading as it is compared: letters and digits, in one form of each. */
export function headingKey(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** True when a heading begins with a number of its own. */
export function isNumbered(text: string): boolean {
  return numberAtStart(text.trim()) !== '';
}

/** A heading without its number. */
export function withoutNumber(text: string): string {
  return text.trim().slice(numberAtStart(text.trim()).length);
}
