/**
 * Text in one width, character for character, so that offsets stay: `１２％` becomes `12%`. What would grow stays as
 * it is.
 */
export function sameWidth(text: string): string {
  return text.replaceAll(/[^\p{ASCII}\p{Script=Han}]/gu, (character) => {
    const plain = character.normalize('NFKC');
    return plain.length === character.length ? plain : character;
  });
}
