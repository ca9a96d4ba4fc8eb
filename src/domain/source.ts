/** One printed line as a reader found it. */
export interface SourceLine {
  text: string;
  /** True where the file says that a paragraph ends here, false where it says that the line runs on; absent: unknown. */
  endsParagraph?: boolean;
  /** Height of the type in points, where the format knows it. */
  typeSize?: number;
  /** Heading level from 1, where the format marks headings. */
  headingLevel?: number;
}

/** One physical page as a reader found it, furniture and all. */
export interface SourcePage {
  lines: SourceLine[];
  /** The page label that the file itself carries. */
  label?: string;
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
  paged: boolean;
  pages: SourcePage[];
}
