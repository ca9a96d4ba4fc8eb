import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 'tw', to: 'cn' });
const known = new Map<string, string>();

/** Simplified characters for traditional ones, one for one, so that offsets stay valid. */
export function simplify(text: string): string {
  return text.replaceAll(/[\u3400-\u9fff]/gu, (character) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const simple = convert(character);
    const one = simple.length === 1 ? simple : character;
    known.set(character, one);
    return one;
  });
}
