import { z } from 'zod';
import type { PassedOver, SheetCells } from './report.ts';
import type { CellBox, Table, TableRow } from './table.ts';

/** One printed line as a reader found it. */
export interface SourceLine {
  text: string;
  /**
   * True where the file says that a paragraph ends here, false where it says that the line runs on; absent: unknown.
   */
  endsParagraph?: boolean;
  /** Height of the type in points, where the format knows it. */
  typeSize?: number;
  /** Heading level from 1, where the format marks headings. */
  headingLevel?: number;
  /** Where it stands on its page as it is shown, in points from the top left corner, where the format knows it. */
  box?: CellBox;
  /** The table that it stands in; its cells have tabs between them. */
  table?: Table;
  /** The row of it that it is; none for heads, titles and labels of groups. */
  row?: TableRow;
  /** The cells that it stands in, in a format of sheets. */
  cells?: SheetCells;
}

/** One physical page as a reader found it, furniture and all. */
export interface SourcePage {
  lines: SourceLine[];
  /** The page label that the file itself carries. */
  label?: string;
  /** What the page paints that is not in its lines. */
  leftOut?: LeftOut;
  /** Where pictures stand that are large enough to say something. */
  pictures?: CellBox[];
  /** It is not shown: a slide that is left out when the others are. */
  isHidden?: boolean;
  /** Where its words stand, when they were recognised from its picture while it was read: the file does not say. */
  recognised?: PageLayout;
  /** True for a page that was left out because it takes too long. */
  isTooSlow?: boolean;
  /** True for a picture of a page that nothing was there to recognise the text of. */
  isPicture?: boolean;
}

/** How many characters of a page are not in its lines, by the reason. */
export interface LeftOut {
  /** That nobody sees: unpainted, in the colour of their ground, covered, outside of the page. */
  hidden: number;
  /** At an angle: watermarks, heads at the side. */
  turned: number;
  /** Drawn again at their place. */
  doubled: number;
  /** Raised, pointing to notes. */
  marks: number;
  /** Whether the text was recognised by a program, and lies unseen under a picture of it. */
  isRecognised: boolean;
}

/** An entry of the outline that a file carries beside its pages. */
export interface Bookmark {
  title: string;
  /** From 1. */
  level: number;
  /** Physical number of the page that it leads to, from 1. */
  page: number;
}

/** What a reader makes of a file. */
export interface SourceReport {
  /** File name without its folder. */
  file: string;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  hash: string;
  title?: string;
  publisher?: string;
  publishedOn?: string;
  /** When the file was last written, `YYYY-MM-DD`: no date of publication, but better than none. */
  writtenOn?: string;
  paged: boolean;
  /** Its pages are slides. */
  slides?: true;
  /** How much of what nobody sees in print was passed over. */
  passedOver?: Partial<Record<PassedOver, number>>;
  pages: SourcePage[];
  /** In reading order; absent where the format has none, or the file. */
  bookmarks?: Bookmark[];
}

/** A run of text on a printed page. Lengths in points from the page's top left corner. */
export const PageRun = z.object({
  text: z.string(),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});
export type PageRun = z.infer<typeof PageRun>;

/** A printed page: its size in points, its text in reading order, furniture and all. */
export const PageLayout = z.object({ width: z.number(), height: z.number(), runs: z.array(PageRun) });
export type PageLayout = z.infer<typeof PageLayout>;

/** A rectangle on a page, in points from the top left corner, and the words in it. */
export type Box = PageRun;
