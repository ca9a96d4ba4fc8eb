import { foldRadicals } from '../text/fold-radicals.ts';

/** Ligatures, as one character each, are two or three letters; a hyphen that a program may show is shown here. */
const LIGATURES = /[\ufb00-\ufb06]/gu;
const known = new Map<string, string>();
/** A report has some thousand different characters. */
const MOST_KNOWN = 50_000;

/** A painted character as people read it: ligatures as letters, radicals as the characters they look like. */
export function printedText(character: string): string {
  const read = known.get(character);
  if (read !== undefined) return read;
  const text = foldRadicals(character)
    .replaceAll(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replaceAll('\u00ad', '-')
    .replaceAll('⸺', '——')
    .replaceAll('⸻', '———')
    .replaceAll('〜', '～')
    .replaceAll(/\p{Cc}/gu, '');
  if (known.size < MOST_KNOWN) known.set(character, text);
  return text;
}
