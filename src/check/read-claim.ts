import type { CompareResources } from '../compare/compare-statements.ts';
import type { ReadText } from '../compare/read-text.ts';
import { readText } from '../compare/read-text.ts';
import type { Passage } from '../domain/answer.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { yearOf } from '../statements/statement-reader.ts';

/** Reads a claim once for all reports of a year: `this year` in it is theirs. */
export function readClaimFor(text: string, { names }: CompareResources): (passage: Passage) => ReadText {
  const byYear = new Map<number | undefined, ReadText>();
  return ({ report }) => {
    const year = yearOf(report);
    const read = byYear.get(year) ?? readText(text, names, findQuantities(text, year));
    byYear.set(year, read);
    return read;
  };
}
