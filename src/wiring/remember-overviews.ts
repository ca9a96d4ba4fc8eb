import { setTimeout as delay } from 'node:timers/promises';
import type { FigureFact } from '../domain/figure-fact.ts';
import type { ReportOverview } from '../web/visit.ts';
import type { ReadingRoom } from './wire-footnote.ts';

/** Reports whose overview is kept, those that were looked at last; a report's content never changes under its id. */
const MOST_KEPT = 500;
/** Figures at a glance, of so many that are read: those that say whose they are come first. */
const [FIGURES, READ] = [6, 80];
/** So long, in milliseconds, a page waits for what is being found; the next visit has it. */
const PATIENCE_MS = 1500;
const NOTHING: ReportOverview = { questions: [], figures: [] };

/** What an overview is found with. */
type OverviewRoom = Pick<ReadingRoom, 'examples' | 'figures'>;

/**
 * Overviews of a library's reports, each found in the background when it is first looked at.
 * @param log takes a line when one could not be found; with the next visit it is tried again
 */
export function rememberOverviews(
  { examples, figures }: OverviewRoom,
  log: (line: string) => void,
): (reportId: string) => Promise<ReportOverview> {
  const known = new Map<string, Promise<ReportOverview>>();

  async function find(reportId: string): Promise<ReportOverview> {
    try {
      const found = await figures({ text: '', reports: [reportId] }, { limit: READ, isTrend: false });
      const isNamed = ({ subject, unsure }: FigureFact) => subject !== undefined && unsure.length === 0;
      const inOrder = found.facts.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
      const overview = { questions: await examples(reportId), figures: inOrder.slice(0, FIGURES) };
      // Nothing may be because not everyone sees it: that can change.
      if (overview.questions.length === 0 && overview.figures.length === 0) known.delete(reportId);
      return overview;
    } catch (error) {
      known.delete(reportId);
      log(`No overview of report ${reportId}: ${error instanceof Error ? error.message : String(error)}`);
      return NOTHING;
    }
  }

  return (reportId) => {
    const overview = known.get(reportId) ?? find(reportId);
    known.delete(reportId);
    known.set(reportId, overview);
    for (const oldest of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(oldest);
    return Promise.race([overview, delay(PATIENCE_MS, NOTHING, { ref: false })]);
  };
}
