/** A run of text as a format gives it. */
export interface TextRun {
  text: string;
  /** Set above the line, or below it. */
  raised?: 'above' | 'below' | undefined;
  /** It leads to a note. */
  isNote?: boolean;
}

const MARK = /^[\s[(（]*(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,3})(?:\s?[,，]\s?(?:\d{1,3}|[a-z]))*[\])）\s]*$/iu;
/** After these a small raised figure is a part of what they say: m², km³, 10⁶. */
const POWER_OF = /(?:^|[^\p{L}])(?:[kcdm]?m|ft|in|s)$/u;
const TEN = /(?:^|\D)10$/u;
const RAISED = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' };

/** Runs as one text, without the raised marks that lead to notes, and how many these were. */
export function joinedRuns(runs: readonly TextRun[]): { text: string; marks: number } {
  let [text, marks] = ['', 0];
  for (const run of runs) {
    if (run.isNote || (run.raised === 'above' && MARK.test(run.text))) {
      if (!run.isNote && isPower(text, run.text)) text += raise(run.text.trim());
      else marks += 1;
    } else text += run.text;
  }
  return { text, marks };
}

function isPower(before: string, mark: string): boolean {
  const figure = mark.trim();
  return (POWER_OF.test(before) && /^[23]$/u.test(figure)) || (TEN.test(before) && /^\d{1,2}$/u.test(figure));
}

function raise(figures: string): string {
  return [...figures].map((figure) => new Map(Object.entries(RAISED)).get(figure) ?? figure).join('');
}
