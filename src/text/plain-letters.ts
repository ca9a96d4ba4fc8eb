import { simplify } from './simplify.ts';

const WIDE = /[０-９Ａ-Ｚａ-ｚ％]/gu;

/** Letters, digits and characters in the form in which they are compared; marks stay as they are, and offsets stay. */
export function plainLetters(text: string): string {
  return simplify(text.replaceAll(WIDE, (character) => character.normalize('NFKC')));
}
