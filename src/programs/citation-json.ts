import { z } from 'zod';
import type { Claim, Quote } from '../domain/answer.ts';
import { Degree } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import type { Language, Place } from '../domain/report.ts';
import { isDigits } from '../text/holds-letters.ts';
import { saidText } from '../words/degree-words.ts';

/** A printed page number, its label where that is no number (`[1]`: a cover before page 1), or null without pages. */
export const PageLabelJson = z
  .union([z.number(), z.string(), z.null()])
  .describe('The printed page number, its label where that is no number, or null in a format without pages.');
export type PageLabelJson = z.infer<typeof PageLabelJson>;

/** Set where the text of the page was recognised from its picture: it may have been misread. */
export const ocr = { ocr: z.literal(true).optional().describe('The page was read by OCR and may have been misread.') };

/** Where a quote stands, and its words. */
export const CitationJson = z.object({
  report: z.string().describe('Id of the report.'),
  reportTitle: z.string(),
  section: z.array(z.string()).describe('Headings above the quote, outermost first.'),
  page: PageLabelJson,
  slide: z.int().optional(),
  paragraph: z.int().optional().describe('Of a format without pages: counts within the section, from 1.'),
  sheet: z.string().nullable().optional(),
  cells: z.string().optional().describe('Cells of the sheet, such as A4:D4.'),
  ...ocr,
  quote: z.string().describe('Verbatim text of the report.'),
});
export type CitationJson = z.infer<typeof CitationJson>;

/** A sentence with its citations. */
export const ClaimJson = z.object({
  text: z.string(),
  degree: Degree.describe('How the sentence is known to be right.'),
  computed: z.string().optional().describe('How its figures follow from those of its quotes.'),
  citations: z.array(CitationJson),
});
export type ClaimJson = z.infer<typeof ClaimJson>;

/**
 * A citation as scripts read it; `page` is the printed number, or its label when that is no number, or null without
 * pages; of slides it is the number of the slide. `paragraph` counts within the section; `cells` are those of `sheet`.
 */
export function citationJson(quote: Quote): CitationJson {
  return {
    report: quote.reportId,
    reportTitle: quote.reportTitle,
    section: quote.path,
    page: placePageJson(quote.place),
    ...placeJson(quote.place),
    quote: quote.text,
  };
}

/** A sentence as scripts read it, with how it is known to be right. */
export function claimJson(claim: Claim, language: Language): ClaimJson {
  const { degree, computed, quotes } = claim;
  return { text: saidText(claim, language), degree, ...given({ computed }), citations: quotes.map(citationJson) };
}

/** A page label as a number where it is one. */
export function labelJson(label: string | undefined): PageLabelJson {
  if (label === undefined) return null;
  return isDigits(label) ? Number(label) : label;
}

/** The page of a place. */
export function placePageJson(place: Place): PageLabelJson {
  if (place.kind === 'slide') return place.number;
  return place.kind === 'page' ? labelJson(place.label) : null;
}

/** What names a place besides a page. */
function placeJson(place: Place): Pick<CitationJson, 'slide' | 'paragraph' | 'sheet' | 'cells' | 'ocr'> {
  switch (place.kind) {
    case 'page':
      return place.recognised ? { ocr: true } : {};
    case 'slide':
      return { slide: place.number };
    case 'paragraph':
      return { paragraph: place.number };
    case 'cells':
  }
  return { sheet: place.sheet ?? null, cells: place.range };
}
