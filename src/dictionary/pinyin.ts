/** How each character is read, without tones; most have one reading. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** True when Chinese characters are read like this, one syllable each: 吴曼青 and `wumanqing`. */
export function isReadAs(characters: string, letters: string, readings: Readings): boolean {
  if (characters === '') return letters === '';
  const [first = '', ...rest] = characters;
  return (readings.get(first) ?? []).some(
    (syllable) => letters.startsWith(syllable) && isReadAs(rest.join(''), letters.slice(syllable.length), readings),
  );
}
