import { isEverydayHan } from '../../text/everyday-han.ts';
import { holdsLetter } from '../../text/holds-letters.ts';

/** Of the Han characters of a Chinese text at least this share are everyday ones. */
const PLAUSIBLE = 0.08;
/**
 * Chinese that stands in a western or a Korean text by accident of its encoding has fewer: of Korean read as Chinese
 * .12 and less are everyday ones.
 */
const CERTAIN = 0.4;
/**
 * Korean is next to all Hangul: of a Chinese text read as Korean about half is, of a short one at times all. Japanese
 * is a third kana and more; a Chinese text read as Japanese has half-width ones.
 */
const HANGUL_SHARE = 0.85;
const KANA_SHARE = 0.2;
/** Of the signs beyond ASCII in a western text, this share stands as it should; and they are no more than that. */
const WESTERN_SHARE = 0.9;
const MOST_WESTERN = 0.2;
/** Of a text in UTF-16 without a mark, this share are characters of everyday texts. */
const EVERYDAY_SHARE = 0.6;

/** How a text file was written. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'euc-kr'
  | 'shift_jis'
  | 'euc-jp'
  | 'windows-1252';

/** A text and how it was written. */
export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 when it is valid UTF-8, else by what the bytes would say
 * in each encoding: everyday Chinese, Hangul, kana, or single western signs among ASCII. UTF-16 without a mark is known
 * by its zero bytes.
 * @returns undefined when the bytes are no text in any of them
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  if (bytes.includes(0)) return unmarkedUtf16(bytes);
  if (isBinary(bytes)) return undefined;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const japanese = best(bytes, ['shift_jis', 'euc-jp'], kanaShare);
  if (japanese.score >= KANA_SHARE) return japanese.decoded;
  const chinese = best(bytes, ['gb18030', 'big5'], commonShare);
  const korean = best(bytes, ['euc-kr'], hangulShare);
  if (korean.score >= HANGUL_SHARE && chinese.score < CERTAIN) return korean.decoded;
  const western = best(bytes, ['windows-1252'], westernShare);
  if (western.score >= WESTERN_SHARE && chinese.score < CERTAIN) return western.decoded;
  return chinese.score >= PLAUSIBLE ? chinese.decoded : undefined;
}

/** The decoding of the bytes that scores best; one that scores nothing when they are in none of the encodings. */
function best(
  bytes: Uint8Array,
  encodings: readonly Encoding[],
  scoreOf: (text: string) => number,
): { decoded?: Decoded; score: number } {
  const guesses = encodings.flatMap((encoding) => {
    const text = decodeStrictly(bytes, encoding);
    return text === undefined ? [] : [{ decoded: { text, encoding }, score: scoreOf(text) }];
  });
  return guesses.toSorted((a, b) => b.score - a.score)[0] ?? { score: 0 };
}

/** Characters that no text holds: controls but for white space, private and unassigned ones. */
const NO_TEXT = /(?![\t\n\f\r])\p{C}/u;

function unmarkedUtf16(bytes: Uint8Array): Decoded | undefined {
  const { decoded, score } = best(bytes, ['utf-16le', 'utf-16be'], (text) =>
    NO_TEXT.test(text) ? 0 : everydayShare(text),
  );
  return score >= EVERYDAY_SHARE ? decoded : undefined;
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * True when the bytes hold control characters that no text holds; tab, line feed, form feed and carriage return it
 * does.
 */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // not a sequence of this encoding
    throw error;
  }
}

/** Share of everyday Han among all letters that are not ASCII. */
function commonShare(text: string): number {
  return shareOf(text.replaceAll(/\P{L}/gu, ''), isEverydayHan);
}

function hangulShare(text: string): number {
  return shareOf(text.replaceAll(/\P{L}/gu, ''), (character) => /\p{Script=Hangul}/u.test(character));
}

/** Full-width kana among all letters; half-width ones are what other encodings look like. */
function kanaShare(text: string): number {
  return shareOf(text.replaceAll(/\P{L}/gu, ''), (character) => /[\u3041-\u30ff]/u.test(character));
}

/** Share of the characters beyond ASCII for which something holds. */
function shareOf(text: string, holds: (character: string) => boolean): number {
  const characters = [...text].filter((character) => character > '\u007f');
  return characters.filter(holds).length / Math.max(1, characters.length);
}

/** Letters with accents stand beside plain ones, other signs alone. */
function westernShare(text: string): number {
  const all = [...text];
  const beyond = all.flatMap((character, at) => (character > '\u007f' ? [at] : []));
  const fitting = beyond.filter((at) => {
    const [sign = '', neighbours] = [all[at], [all[at - 1] ?? ' ', all[at + 1] ?? ' ']];
    if (holdsLetter(sign)) return neighbours.some((neighbour) => /[a-z]/iu.test(neighbour));
    return /[\p{P}\p{S}\p{Zs}\p{N}]/u.test(sign) && neighbours.some((neighbour) => neighbour <= '\u007f');
  });
  return beyond.length <= MOST_WESTERN * all.length ? fitting.length / Math.max(1, beyond.length) : 0;
}

/** Share of ASCII, everyday Han, kana, Hangul, western letters and East Asian punctuation. */
function everydayShare(text: string): number {
  const all = [...text];
  const everyday = /[\t\n\f\r -~\u00a0-\u00ff\u2010-\u2026\u3000-\u30ff\uac00-\ud7a3\uff01-\uff5e]/u;
  return (
    all.filter((character) => isEverydayHan(character) || everyday.test(character)).length / Math.max(1, all.length)
  );
}
