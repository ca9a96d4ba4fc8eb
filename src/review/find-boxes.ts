import type { Page, Span } from '../domain/report.ts';
import type { Box, PageLayout, PageRun } from '../domain/source.ts';
import { foldRadicals } from '../text/fold-radicals.ts';
import { fold, foldText } from '../text/fold-text.ts';

/** Characters before and after a quote that tell it from the same words elsewhere on the page. */
const CONTEXT = 30;
/** Widths of characters against a Han character, about as most typefaces have them; the first that fits counts. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[\u2e80-\uffdc“”‘’…—]/u, 1],
  [/[%MW@mw]/u, 0.85],
  [/[A-Z&]/u, 0.66],
  [/[\s.,:;'!|iljI()[\]]/u, 0.3],
  [/./su, 0.55],
];

/** Dashes are drawn as one or several; hyphens at the ends of lines are not in the report's text. */
const UNLIKE = /[-—~〜]/gu;

/** A folded character of a page and where it was printed. */
interface Printed {
  run: PageRun;
  /** Offset in the run's text. */
  at: number;
  length: number;
}

/**
 * Where a quote stands on a printed page. The report's text has no furniture and no line ends, the page has both: they
 * are compared without white space, and of several places with the same words the one with the same neighbours is
 * meant.
 * @param text the report's text
 * @returns one box a line; none when the quote is not on the page
 */
export function findBoxes(text: string, page: Page, quote: Span, { runs }: PageLayout): Box[] {
  const start = Math.max(quote.start, page.span.start);
  const end = Math.min(quote.end, page.span.end);
  const wanted = comparable(text.slice(start, end));
  if (start >= end || wanted === '') return [];
  const { folded, printed } = foldRuns(runs);
  const before = comparable(text.slice(Math.max(page.span.start, start - 2 * CONTEXT), start)).slice(-CONTEXT);
  const after = comparable(text.slice(end, Math.min(page.span.end, end + 2 * CONTEXT))).slice(0, CONTEXT);
  const at = bestPlace(folded, wanted, before, after);
  return at === undefined ? [] : boxesOf(printed.slice(at, at + wanted.length));
}

function comparable(text: string): string {
  return fold(foldRadicals(text)).replaceAll(UNLIKE, '');
}

function foldRuns(runs: PageRun[]): { folded: string; printed: Printed[] } {
  let folded = '';
  const printed: Printed[] = [];
  for (const run of runs) {
    const piece = foldText(foldRadicals(run.text));
    for (const [index, character] of piece.folded.split('').entries()) {
      if (/[-—⸺⸻~〜]/u.test(character)) continue;
      const at = piece.offsets[index] ?? 0;
      folded += character;
      printed.push({
        run,
        at,
        length: run.text.codePointAt(at) !== undefined && (run.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1,
      });
    }
  }
  return { folded, printed };
}

function bestPlace(folded: string, wanted: string, before: string, after: string): number | undefined {
  let best: { at: number; agreeing: number } | undefined;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const agreeing =
      commonEnd(folded.slice(Math.max(0, at - CONTEXT), at), before) +
      commonStart(folded.slice(end, end + CONTEXT), after);
    if (!best || agreeing > best.agreeing) best = { at, agreeing };
  }
  return best?.at;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** The parts of runs that characters cover, those of one line joined. */
function boxesOf(printed: Printed[]): Box[] {
  const boxes: Box[] = [];
  let from = 0;
  for (let index = 1; index <= printed.length; index++) {
    const [first, last, next] = [printed[from], printed[index - 1], printed[index]];
    if (!first || !last || next?.run === first.run) continue;
    addBox(boxes, partOf(first.run, first.at, last.at + last.length));
    from = index;
  }
  return boxes;
}

function partOf(run: PageRun, from: number, to: number): Box {
  const whole = widthOf(run.text) || 1;
  const left = run.left + (run.width * widthOf(run.text.slice(0, from))) / whole;
  return {
    ...run,
    text: run.text.slice(from, to),
    left,
    width: (run.width * widthOf(run.text.slice(from, to))) / whole,
  };
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? 1), 0);
}

function addBox(boxes: Box[], box: Box): void {
  const last = boxes.at(-1);
  const isNext =
    last &&
    Math.abs(last.top - box.top) < box.height / 3 &&
    box.left >= last.left &&
    box.left - (last.left + last.width) < box.height;
  if (!isNext) boxes.push(box);
  else
    Object.assign(last, {
      text: last.text + box.text,
      width: Math.max(last.width, box.left + box.width - last.left),
      top: Math.min(last.top, box.top),
      height: Math.max(last.height, box.height),
    });
}
