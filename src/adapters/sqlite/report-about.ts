import { Report } from '../../domain/report.ts';

/** What is stored of a report besides the columns of its own. */
export const About = Report.pick({
  slides: true,
  company: true,
  period: true,
  kind: true,
  confidence: true,
  described: true,
  notes: true,
  address: true,
  reading: true,
});

/** The column for it. */
export function aboutOf(report: Report): string {
  return JSON.stringify(About.parse(report));
}
