import { readCedict } from '../../src/adapters/dictionary/cedict.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { fold } from '../../src/text/fold-text.ts';
import type { StrangeWord } from './off-list.ts';

const KNOWN = createNames();
/** A name with nothing but where it is: `Kotka, city in Finland`. */
const NAME = /^(?<name>\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}+)?)(?:,| \(|$)/u;

/**
 * Names of places, persons and things as CC-CEDICT has them in both languages, and none that the lists of the program
 * know.
 */
export function strangeWords(): readonly [StrangeWord, ...StrangeWord[]] {
  const words = readCedict().flatMap(({ word, senses }): StrangeWord[] => {
    const en = NAME.exec(senses[0] ?? '')?.groups?.['name'];
    const isPlain =
      /^\p{Script=Han}{2,4}$/u.test(word) &&
      en !== undefined &&
      !/^(?:Chinese|Japanese|American|Buddh|Variant|Surname|See)/u.test(en);
    return isPlain && KNOWN.find(word).length === 0 && KNOWN.find(en).length === 0 ? [{ zh: fold(word), en }] : [];
  });
  const [first, ...more] = words;
  if (!first) throw new RangeError('CC-CEDICT has names');
  return [first, ...more];
}
