/**
 * What one report file may take of the machine: the one table. What a file exceeds is refused in words, and nothing
 * else stops. Measured on sixteen real reports (financial statements, white papers, brochures, a monthly in two forms);
 * the largest of each is in brackets.
 */
export const FILE_LIMITS = {
  /** Bytes of a file (3.7 MB). */
  bytes: 256 * 1024 * 1024,
  /** Pages (283). */
  pages: 10_000,
  /** Characters of its text (262,000): some 2,500 pages of print. What comes after the reader grows with them. */
  characters: 5_000_000,
  /** Headings (464), and passages that are stored, embedded and searched one by one (689). */
  sections: 20_000,
  passages: 20_000,
  /** Parts of a packed file (an office document, an e-book), and bytes of those that are read, unpacked. */
  parts: 20_000,
  unpackedBytes: 256 * 1024 * 1024,
  /** A part of more than a megabyte that unpacks to so many times its size is a bomb; sheets of one word reach 150. */
  packing: 400,
  /** Cells of all sheets of a file. */
  cells: 500_000,
  /** Elements within each other, and in all of one part, in a format of marks. */
  nesting: 400,
  elements: 4_000_000,
  /** What a page draws, letter by letter and line by line (745,000: a map of a city). */
  operatorsPerPage: 2_000_000,
  /** Characters of a page in a format that has pages (8,000). */
  charactersPerPage: 500_000,
  /** Pages of a file that are left out because they take too long; with one more it is refused. */
  slowPages: 5,
  /** Milliseconds to fetch a file from its address, redirects included. */
  fetchMs: 60_000,
  /** Milliseconds to read a page, and whatever else without a word of progress (440). */
  silenceMs: 20_000,
  /** Milliseconds to recognise the text of a page from its picture (3,000; busy machines take ten times as long). */
  recogniseMs: 60_000,
  /** Milliseconds to read a file and make it ready (3,100). */
  readMs: 300_000,
  /** Megabytes of JavaScript's values in the process that reads (200). */
  heapMb: 768,
  /** Megabytes of memory of the process that reads, or that draws, in all (480). */
  memoryMb: 1536,
} as const;

/** What the picture of one page may take. */
export const PICTURE_LIMITS = {
  /** Milliseconds for a page in the lane in which everybody waits (1,100, the start of the process included). */
  quickMs: 5000,
  /** Milliseconds for a page that was too slow for it. */
  slowMs: 15_000,
  /** Pixels of an image on a page (8 million): a newspaper's page scanned at 600 dots an inch. */
  imagePixels: 64_000_000,
} as const;
