import { clausesWithMarks } from '../text/clauses.ts';
import { shapeOf } from './answer-shape.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';

/** Shorter sentences are said whole, in characters. */
const LONG = 90;
/** A sentence is cut behind these. */
const CUT_AT = '，；;';
/** A form as unlikely as this says nothing of a clause. */
const LIKELY = 0.5;

/**
 * A long sentence without the clauses at its ends that say nothing of the question: what is left is still verbatim.
 * Where no figure is asked for only the beginning is cut, for an answer in words often follows what the question names.
 * @param find finds the question's words
 */
export function trimClauses(text: string, asked: string, find: UnitFinder): string {
  const clauses = clausesWithMarks(text, CUT_AT).map((clause) => clause.text);
  if (text.length <= LONG || clauses.length < 3) return text;
  const asksFigure = shapeOf(asked, text) !== 'not asked';
  const isRelevant = (clause: string) =>
    find(clause).occurrences.some(({ share }) => share >= LIKELY) ||
    (asksFigure && ['unit', 'shape', 'figure'].includes(shapeOf(asked, clause)));
  const first = clauses.findIndex(isRelevant);
  const last = asksFigure ? clauses.findLastIndex(isRelevant) : clauses.length - 1;
  if (first < 0 || isInsideQuotation(clauses.slice(0, first).join(''), clauses.slice(first, last + 1).join('')))
    return text;
  return clauses
    .slice(first, last + 1)
    .join('')
    .replace(/[，；;]$/u, '');
}

/** A cut that would part a quotation from one of its marks is none. */
function isInsideQuotation(before: string, kept: string): boolean {
  const count = (part: string, mark: string) => part.split(mark).length - 1;
  return (
    count(kept, '“') !== count(kept, '”') ||
    count(before, '“') !== count(before, '”') ||
    count(kept, '（') !== count(kept, '）')
  );
}
