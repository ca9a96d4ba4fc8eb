/**
 * A text as its characters are meant, whatever they are escaped with: in lower case, without blanks and what is
 * invisible.
 */
export interface Units {
  text: string;
  /** For each UTF-16 unit of `text`, where it begins in the original, and where it ends. */
  starts: number[];
  ends: number[];
}

/** A character, or a way to write one; blanks, backslashes and the invisible stand for nothing. */
const UNIT = new RegExp(
  [
    String.raw`\\+u(?<unicode>[\da-f]{4})`,
    String.raw`\\+u\{(?<braced>[\da-f]{1,6})\}`,
    String.raw`\\+x(?<hex>[\da-f]{2})`,
    '%(?<percent>[\\da-f]{2})',
    '&#x(?<entityHex>[\\da-f]{1,6});',
    '&#(?<entity>\\d{1,7});',
    '&(?<named>amp|lt|gt|quot|apos|sol);',
    String.raw`(?<nothing>\\+[nrt]?|[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+)`,
    '(?<plain>[^])',
  ].join('|'),
  'giu',
);
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", sol: '/' };
/** Base64 has two alphabets. */
const SAME: Record<string, string> = { '-': '+', _: '/' };
const LAST_CODE_POINT = 0x10_ff_ff;

/** Reads a text through its escapes: JSON's, a string literal's, a URL's, HTML's. */
export function readUnits(text: string): Units {
  const [characters, starts, ends]: [string[], number[], number[]] = [[], [], []];
  for (const { 0: whole, groups = {}, index } of text.matchAll(UNIT)) {
    for (const unit of meant(groups).toLowerCase().split('')) {
      characters.push(SAME[unit] ?? unit);
      starts.push(index);
      ends.push(index + whole.length);
    }
  }
  return { text: characters.join(''), starts, ends };
}

function meant({
  plain,
  named,
  nothing,
  unicode,
  braced,
  hex,
  percent,
  entityHex,
  entity,
}: Record<string, string | undefined>): string {
  if (plain !== undefined) return plain;
  if (nothing !== undefined) return '';
  if (named !== undefined) return NAMED[named.toLowerCase()] ?? '';
  const code =
    entity === undefined ? Number.parseInt(unicode ?? braced ?? hex ?? percent ?? entityHex ?? '', 16) : Number(entity);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '';
}
