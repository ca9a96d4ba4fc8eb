import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x3400;
const LAST = 0x9fff;
let table: Uint16Array | undefined;

/** Simplified characters for traditional ones, one for one, so that offsets stay valid. */
export function simplify(text: string): string {
  table ??= buildTable();
  let simple = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = code < FIRST || code > LAST ? code : (table[code - FIRST] ?? code);
    if (to === code) continue;
    simple += text.slice(copied, i) + String.fromCharCode(to);
    copied = i + 1;
  }
  return copied === 0 ? text : simple + text.slice(copied);
}

/** Each character converted alone: words would change their length. */
function buildTable(): Uint16Array {
  const convert = Converter({ from: 'tw', to: 'cn' });
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(FIRST + i));
  const simple = convert(characters.join('\n')).split('\n');
  return Uint16Array.from(characters, (character, i) =>
    simple[i]?.length === 1 ? simple[i].charCodeAt(0) : character.charCodeAt(0),
  );
}
