import { z } from 'zod';
import type { Passage } from '../domain/answer.ts';
import { citedPlace } from '../domain/report.ts';
import { elapsed } from './answer-json.ts';
import { ocr, PageLabelJson, placePageJson } from './citation-json.ts';

/** A found passage. */
export const HitJson = z.object({
  report: z.string().describe('Id of the report.'),
  page: PageLabelJson,
  pageEnd: PageLabelJson,
  section: z.array(z.string()),
  ...ocr,
  text: z.string(),
  score: z.number().describe('Higher is nearer; comparable within one search only.'),
});
export type HitJson = z.infer<typeof HitJson>;

/** What was found, best first. */
export const HitsJson = z.object({
  question: z.string(),
  hits: z.array(HitJson).describe('Best first.'),
  error: z.string().optional(),
  ...elapsed,
});
export type HitsJson = z.infer<typeof HitsJson>;

/** A found passage as scripts read it. */
export function hitJson({ chunk, report, score }: Passage): HitJson {
  const first = chunk.places[0];
  const last = chunk.places.at(-1);
  const isRecognised = chunk.places.some(({ place }) => 'recognised' in citedPlace(report, place));
  return {
    report: chunk.reportId,
    page: first ? placePageJson(first.place) : null,
    pageEnd: last ? placePageJson(last.place) : null,
    section: chunk.path,
    ...(isRecognised ? { ocr: true as const } : {}),
    text: chunk.text,
    score: Math.round(score * 1000) / 1000,
  };
}
