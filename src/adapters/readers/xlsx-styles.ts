import { format, getFormatFromId, isDateFormat, isValidFormat } from 'numfmt';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf } from './markup.ts';

/** How the cells of a style look. */
export interface XlsxStyle {
  /** A number as the cell shows it. */
  shown(value: number): string;
  isBold: boolean;
  /** Steps by which the text is set in. */
  indent: number;
}

/** The program's own formats for days follow the machine that shows them: here nobody takes the month for the day. */
const DAY = 'yyyy-mm-dd';
const DAYS: ReadonlySet<number> = new Set([14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const DAY_AND_TIME = 22;
/** Days between the two calendars of the format. */
const SINCE_1904 = 1462;

/** Reads the styles of a workbook: what a cell's number is shown as, by the index of its style. */
export function readXlsxStyles(
  root: MarkupElement | undefined,
  { is1904 }: { is1904: boolean },
): (index: number) => XlsxStyle {
  const own = new Map(
    childrenOf(childOf(root, 'numfmts'), 'numfmt').map((each) => [
      Number(attribute(each, 'numFmtId')),
      attribute(each, 'formatCode') ?? '',
    ]),
  );
  const fonts = childrenOf(childOf(root, 'fonts'), 'font').map((font) => {
    const bold = childOf(font, 'b');
    return bold !== undefined && attribute(bold, 'val') !== '0';
  });
  const styles = childrenOf(childOf(root, 'cellxfs'), 'xf').map((style): XlsxStyle => {
    const pattern = patternOf(Number(attribute(style, 'numFmtId') ?? 0), own);
    const shift = is1904 && isDateFormat(pattern) ? SINCE_1904 : 0;
    return {
      shown: (value) => shownAs(pattern, value + shift),
      isBold: fonts[Number(attribute(style, 'fontId') ?? -1)] ?? false,
      indent: Number(attribute(childOf(style, 'alignment'), 'indent') ?? 0) || 0,
    };
  });
  const plain: XlsxStyle = { shown: (value) => shownAs('General', value), isBold: false, indent: 0 };
  return (index) => styles[index] ?? plain;
}

function patternOf(id: number, own: ReadonlyMap<number, string>): string {
  if (DAYS.has(id) && !own.has(id)) return DAY;
  if (id === DAY_AND_TIME) return `${DAY} hh:mm`;
  const pattern = own.get(id) ?? getFormatFromId(id) ?? 'General';
  return isValidFormat(pattern) ? pattern : 'General';
}

function shownAs(pattern: string, value: number): string {
  return format(pattern, value, { dateErrorThrows: false, dateErrorNumber: true }).trim();
}
