import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Quantity } from '../quantities/quantity.ts';

/** An average, what is so each year, all of them together, what is new: a figure of one of these is of no other. */
const KINDS = ['average', 'median', 'a year', 'a month', 'a day', 'all so far', 'what is new'].map((kind) => ({
  kind,
  told: words(`figure of/${kind}`),
}));
/** Of one of these a figure is only where it is said to be. */
const SAID = ['average', 'median', 'a month', 'a day'];

/** A part of a text in which a figure stands. */
export interface FigurePart {
  text: string;
  figure: Quantity;
  /** What stands beside the figure. */
  part: Span;
  clause: Span;
}

/** A claim gives a figure as of a kind that its place in the quotes does not name, or leaves out that it is one. */
export function isOfAnotherKind(claim: FigurePart, held: readonly FigurePart[]): boolean {
  return KINDS.some(({ kind, told }) => {
    const isIn = ({ text, figure, part: { start, end } }: FigurePart) =>
      told.isIn(text.slice(start, figure.start)) || told.isIn(text.slice(figure.end, end));
    const isAround = ({ text, clause: { start, end } }: FigurePart) => told.isIn(text.slice(start, end));
    const isAdded = isIn(claim) && !held.some(isAround);
    const isDropped = SAID.includes(kind) && held.every(isIn) && !told.isIn(claim.text);
    return isAdded || isDropped;
  });
}

/** A stretch of time that tells which of several figures one is: `after 12 months 5.9 %, after 24 months 8.9 %`. */
export function isLabelledOtherwise(claimed: Quantity | undefined, held: readonly (Quantity | undefined)[]): boolean {
  return (
    claimed !== undefined &&
    held.every((label) => label !== undefined && (label.low !== claimed.low || label.unit !== claimed.unit))
  );
}
