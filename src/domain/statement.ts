import { z } from 'zod';
import { Quantity } from './quantity.ts';
import { Span } from './report.ts';

/**
 * What a statement is: a sentence of running text, one of a list's items, a heading in the text, the caption or source
 * of a table or picture, a row of a table.
 */
export const StatementKind = z.enum(['sentence', 'item', 'heading', 'caption', 'row']);
export type StatementKind = z.infer<typeof StatementKind>;

/**
 * What a name names, so far as its form or a list tells; `other`: a capitalised word, a title, words in quotation
 * marks; `guess`: what only the tagger takes for a name, on whatever list it is or is not.
 */
export const MentionKind = z.enum(['company', 'place', 'person', 'other', 'guess']);
export type MentionKind = z.infer<typeof MentionKind>;

/** A name where it stands. */
export const Mention = z.object({
  span: Span,
  /** What it goes by first, of several forms of one name; else itself. */
  name: z.string().min(1),
  kind: MentionKind,
});
export type Mention = z.infer<typeof Mention>;

/** A word of the matter where it stands: a Chinese word of two characters and more, the stem of a Latin one. */
export const Term = z.object({ span: Span, term: z.string().min(1) });
export type Term = z.infer<typeof Term>;

/** When something is so: as exactly as it is said. */
export const Time = z.object({
  year: z.int().optional(),
  /** The last one of a stretch of years. */
  toYear: z.int().optional(),
  /** Months of the year, 1 to 12, both the same for a single one. */
  months: z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)]).optional(),
  day: z.int().min(1).max(31).optional(),
});
export type Time = z.infer<typeof Time>;

/** How a clause stands to what it says: as to come, as perhaps so, as so under a condition, as asked, as not so. */
export const StanceKind = z.enum(['planned', 'unsure', 'conditional', 'asked', 'denied']);
export type StanceKind = z.infer<typeof StanceKind>;

/** A clause with what it says. All spans are offsets in the statement's text. */
export const Clause = z.object({
  /** Without the mark that ends it. */
  span: Span,
  quantities: z.array(Quantity),
  names: z.array(Mention),
  terms: z.array(Term),
  /** The last time that it names, or that a clause before it in the statement does. */
  time: Time.optional(),
  /** None where it says outright that something is so. */
  stances: z.array(StanceKind),
  /** Who says it, in its own words, here or in a clause before it in the statement. */
  attribution: Span.optional(),
  /** It turns something round: not, never, without. */
  negated: z.boolean(),
});
export type Clause = z.infer<typeof Clause>;

/** What can be said, asked for, cited and compared as a whole. */
export const Statement = z.object({
  /** Within its report: order of the chunk and of the statement in it, `12.3`; of a text alone, `0.3`. */
  id: z.string().regex(/^\d+\.\d+$/),
  kind: StatementKind,
  /**
   * As it is compared: of prose the quote, with a space for each line feed, so that offsets are the quote's; of a row
   * its head, unit and caption are included.
   */
  text: z.string().min(1),
  /**
   * What of the text that was read is verbatim in it, in reading order: one span of prose; of a row, its cells' and
   * heads'.
   */
  quotes: z.array(Span).min(1),
  /**
   * Position of its paragraph in the text that was read, from 0; a sentence that a line end broke belongs to the first.
   */
  paragraph: z.int().min(0),
  clauses: z.array(Clause),
});
export type Statement = z.infer<typeof Statement>;
