import { fold } from '../text/fold-text.ts';

/** Numbers with their thousands separators and decimals, and a percent sign when there is one. */
const FIGURE = /(?:\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:,\d{3})*)(?:\.\d+)?%?/gu;

/** The figures of a text in comparable form: `１，２００` and `1,200` both give `1200`. */
export function figuresOf(text: string): string[] {
  return (text.normalize('NFKC').match(FIGURE) ?? []).map((figure) => fold(figure).replaceAll(',', ''));
}
