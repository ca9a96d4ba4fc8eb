/** Han characters that make up about a third of any Chinese text, simplified and traditional. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照參國這來時個為們會對說發學產經過關電業應開從還體與點進實現動後當無種機變條結問題總統長報認議場華設計員與務'.split(
    '',
  ),
);

/** A decoder's result must hold at least this share of common Han characters to be believed. */
const PLAUSIBLE = 0.08;

/** How a text file was written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 when it is valid UTF-8, else as GB18030 or Big5,
 * whichever gives more everyday Chinese.
 * @returns undefined when the bytes are no text in any of them
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  if (isBinary(bytes)) return undefined;
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const guesses = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = decodeStrictly(bytes, encoding);
    return text === undefined ? [] : [{ text, encoding, score: commonShare(text) }];
  });
  const best = guesses.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= PLAUSIBLE ? { text: best.text, encoding: best.encoding } : undefined;
}

function byteOrderMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Control characters that no text holds; tab, line feed, form feed and carriage return it does. */
function isBinary(bytes: Uint8Array): boolean {
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

/** Share of everyday Han among all that is not ASCII. */
function commonShare(text: string): number {
  const characters = [...text].filter((character) => character > '\u007f');
  return characters.filter((character) => COMMON.has(character)).length / Math.max(1, characters.length);
}
