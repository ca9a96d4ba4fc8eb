import { clauseAround } from '../text/clauses.ts';
import { words } from '../lexicon/lexicon.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan, holdsHanWord } from '../text/holds-letters.ts';
import type { PrintedFigure } from '../quantities/printed-figures.ts';

/** Longest label, in characters of Chinese; Latin ones count half. */
const LABEL = 26;
/** Words at the end of what comes before a figure that only lead up to it. */
const LEADS = words('figure label/leads');
/** Between the members of a list, each with a figure of its own. */
const LISTED = '、';

/** What stands before a figure in its clause, or after it when nothing does. */
export function labelOf(text: string, { start, end }: Pick<PrintedFigure, 'start' | 'end'>): string {
  const clause = clauseAround(text, { start, end });
  const from = Math.max(clause.start, text.lastIndexOf(LISTED, start - 1) + 1);
  const before = cutLead(text.slice(from, start));
  if (holdsHanWord(before) || /[a-z]{3}/iu.test(before)) return shortened(before);
  const [after = ''] = text.slice(end, clause.end).split(LISTED);
  return shortened(`${before}${after.startsWith('的') ? after.slice(1) : after}`);
}

function cutLead(text: string): string {
  const whole = text.trimEnd();
  const cut = whole.slice(0, LEADS.first(whole)?.start ?? whole.length).trimEnd();
  return cut === text.trimEnd() ? cut.trim() : cutLead(cut);
}

/** The end of a long label says what is measured; it is cut between words. */
export function shortened(label: string): string {
  const plain = label.replaceAll(/[“”"（）()]/gu, '').trim();
  const limit = holdsHan(plain) ? LABEL : 2 * LABEL;
  if (plain.length <= limit) return plain;
  const start =
    tagWords(plain).find((word) => plain.length - word.start <= limit && word.text.trim() !== '')?.start ??
    plain.length - limit;
  return plain.slice(start).trim();
}
