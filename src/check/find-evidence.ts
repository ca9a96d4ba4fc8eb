import type { Passage } from '../domain/answer.ts';
import type { Statement } from '../domain/statement.ts';
import type { CompareResources } from '../compare/compare-statements.ts';
import { compareStatements } from '../compare/compare-statements.ts';
import type { AlignedWord, ComparedFigure, Comparison } from '../compare/comparison.ts';
import type { ContentWord } from '../compare/content-words.ts';
import { evidenceOf } from '../compare/read-grounds.ts';
import type { ReadText } from '../compare/read-text.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { rememberFor } from '../text/remember.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** A statement of a report compared with a claim. */
export interface Compared {
  passage: Passage;
  statement: Statement;
  comparison: Comparison;
  /** How near it is to the claim, for choosing among statements. */
  fit: number;
}

/** Statements that are compared in every part; the others say too little of the claim. */
const COMPARED = 8;
/** What is so much less near than the nearest is not compared, as a share. */
const LEAST_OF_BEST = 0.6;
/** What stands beside a statement counts so much of what stands in it. */
const BESIDE = 0.6;
/** What a figure that stands there counts against the share of words: one seldom agrees by chance. */
const FIGURE = 0.25;
const FAULT = 0.02;
/** A figure that could stand there is another one. */
const OTHER_FIGURE = 0.15;
/** A word of which so much is said surely is. */
const SURELY = 0.75;
const LEAST_OF_LABEL = 0.5;
const AGREES: readonly string[] = ['same', 'compatible'];

/** The statements of some passages that say most of a claim, compared with it, the nearest first. */
export function findEvidence(
  readClaim: (passage: Passage) => ReadText,
  passages: readonly Passage[],
  resources: CompareResources,
): Compared[] {
  return passages
    .flatMap((passage) => nearIn(readClaim(passage), passage, resources))
    .toSorted((a, b) => b.near - a.near)
    .filter(({ near }, at, [best]) => at < COMPARED && near >= LEAST_OF_BEST * (best?.near ?? 0))
    .map(({ passage, statement }) => {
      const claim = readClaim(passage);
      const comparison = compareStatements(
        claim,
        evidenceOf(statement, passage, earlierOf(passage, passages), resources),
        resources,
      );
      return { passage, statement, comparison, fit: fitOf(comparison) };
    })
    .toSorted((a, b) => b.fit - a.fit);
}

/** The statements with figures that say most of a claim's words, the nearest first. */
export function nearStatements(
  readClaim: (passage: Passage) => ReadText,
  passages: readonly Passage[],
  { alike }: CompareResources,
  most: number,
): Pick<Compared, 'passage' | 'statement'>[] {
  return passages
    .flatMap((passage) => {
      const { words } = readClaim(passage);
      return passage.statements
        .filter(({ clauses }) => clauses.some(({ quantities }) => quantities.length > 0))
        .map((statement) => ({
          passage,
          statement,
          said: words.reduce((sum, word) => sum + word.weight * shareIn(word, statement, alike), 0),
        }));
    })
    .toSorted((a, b) => b.said - a.said)
    .slice(0, most);
}

function earlierOf({ chunk }: Passage, passages: readonly Passage[]): Passage | undefined {
  return passages.find((one) => one.chunk.reportId === chunk.reportId && one.chunk.order === chunk.order - 1);
}

interface Near {
  passage: Passage;
  statement: Statement;
  near: number;
}

/** How much of a claim's words each statement of a passage holds, in it and beside it, and how many of its figures. */
function nearIn(claim: ReadText, passage: Passage, { alike }: CompareResources): Near[] {
  const { statements, chunk, report } = passage;
  const total = claim.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const heading = [report.title, ...chunk.path].join('\n');
  const around = claim.words.map(({ text }) => (heading.includes(text) ? 1 : 0));
  const shares = statements.map((statement) => claim.words.map((word) => shareIn(word, statement, alike)));
  return statements.flatMap((statement, at) => {
    if (statement.kind === 'row' && !isOfRow(claim, statement, alike)) return [];
    const said = claim.words.reduce((sum, { weight }, word) => {
      const beside = Math.max(shares[at - 1]?.[word] ?? 0, shares[at + 1]?.[word] ?? 0, around[word] ?? 0);
      return sum + weight * Math.max(shares[at]?.[word] ?? 0, BESIDE * beside);
    }, 0);
    const agreeing = claim.quantities.filter((quantity) =>
      statement.clauses.some((clause) =>
        clause.quantities.some((other) => AGREES.includes(compareQuantities(quantity, other))),
      ),
    );
    const others = claim.figures.filter((quantity) =>
      statement.clauses.some((clause) =>
        clause.quantities.some((other) => compareQuantities(quantity, other) === 'different'),
      ),
    );
    return [{ passage, statement, near: said / total + FIGURE * agreeing.length + OTHER_FIGURE * others.length }];
  });
}

/** What a row is of stands before its cells: the claim names at least half of it, or its time. */
function isOfRow(claim: ReadText, row: Statement, alike: CompareResources['alike']): boolean {
  const label = Math.max(0, row.text.search(/[：:]/u));
  const terms = termsOf(row).filter(({ end }) => end <= label);
  const named = terms.filter((term) =>
    claim.words.some((own) => own.text.includes(term.text) || alike(term, own) >= SURELY),
  );
  const years = row.clauses
    .flatMap(({ quantities }) => quantities)
    .filter(({ kind, end }) => kind === 'year' && end <= label);
  if (terms.length > 0 || years.length === 0) return named.length >= LEAST_OF_LABEL * terms.length;
  return years.some((year) => claim.quantities.some((own) => AGREES.includes(compareQuantities(own, year))));
}

function shareIn(word: ContentWord, statement: Statement, alike: CompareResources['alike']): number {
  if (word.language === 'zh' && statement.text.includes(word.text)) return 1;
  let most = 0;
  for (const other of termsOf(statement)) {
    most = Math.max(most, alike(word, other));
    if (most === 1) return 1;
  }
  return most;
}

/** The stored words of a statement: it need not be read whole to see whether it is near. */
const termsOf = rememberFor(({ clauses }: Statement): ContentWord[] =>
  clauses.flatMap(({ terms }) =>
    terms.map(({ span, term }) => ({
      ...span,
      id: term,
      text: term,
      key: term,
      language: holdsHan(term) ? 'zh' : 'en',
      weight: 1,
      isName: false,
    })),
  ),
);

/** A figure that is another one in the very place speaks of the same thing as well. */
function figureFit(compared: ComparedFigure): number {
  if (compared.outcome === 'held') return FIGURE;
  if (compared.outcome === 'reckoned') return FIGURE / 2;
  return compared.binding.instead ? (FIGURE / 2) * compared.binding.instead.fit : 0;
}

function fitOf(comparison: Comparison): number {
  const figured = comparison.figures.reduce((sum, figure) => sum + figureFit(figure), 0);
  const here = shareOf(comparison, (word) => word.here);
  return (saidIn(comparison) + here) / 2 + figured - FAULT * comparison.faults.length;
}

/** The share of a claim's words that is said. */
export function saidIn(comparison: Comparison): number {
  return shareOf(comparison, ({ share }) => share);
}

function shareOf({ words }: Comparison, of: (word: AlignedWord) => number): number {
  const total = words.reduce((sum, { word }) => sum + word.weight, 0);
  return total === 0 ? 0 : words.reduce((sum, aligned) => sum + aligned.word.weight * of(aligned), 0) / total;
}
