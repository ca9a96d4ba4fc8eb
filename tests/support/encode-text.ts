/** Encodes text in an encoding that the platform only decodes: by asking it what every two bytes mean. */
export function encodeText(
  text: string,
  encoding: 'gb18030' | 'big5' | 'euc-kr' | 'shift_jis' | 'euc-jp' | 'windows-1252',
): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (!bytes) throw new RangeError(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let only = 0x80; only <= 0xff; only++) {
    const character = decoder.decode(Uint8Array.of(only));
    if (character !== '\ufffd') table.set(character, [only]);
  }
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [first, second]);
    }
  }
  tables.set(encoding, table);
  return table;
}
