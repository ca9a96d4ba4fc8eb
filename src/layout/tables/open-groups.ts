import type { GridCell } from './grid.ts';

/** Labels that begin this much further right, in points, belong to the one above. */
export const INDENT = 2.5;
/** Labels are centred when their middle lies this near to that of their column, in points: then none is indented. */
const CENTRED = 3;

/** The labels above a row, as it goes down a table. */
export interface Groups {
  /** The labels that a row at an indent belongs to; it is open for the next ones. */
  above(cell: GridCell, isGroup: boolean, opens: boolean): string[];
}

/**
 * Follows the labels of a table down, and which of them are open at each indent.
 * @param middle of the labels' column, in points
 */
export function openGroups(middle: number): Groups {
  let open: { text: string; left: number; isGroup: boolean; hasIndented: boolean }[] = [];
  return {
    above(cell, isGroup, opens) {
      if (Math.abs((cell.left + cell.right) / 2 - middle) < CENTRED)
        return open.filter((each) => each.isGroup).map(({ text }) => text);
      const left = cell.lines[0]?.left ?? cell.left;
      // A label of a group is over what stands further right; where nothing does, over all down to the next one.
      open = open.filter(
        (each) =>
          each.left < left - INDENT || (each.isGroup && !isGroup && !each.hasIndented && each.left <= left + INDENT),
      );
      for (const each of open) each.hasIndented ||= each.left < left - INDENT;
      const labels = open.map(({ text }) => text);
      if (opens) open.push({ text: cell.text, left, isGroup, hasIndented: false });
      return labels;
    },
  };
}
