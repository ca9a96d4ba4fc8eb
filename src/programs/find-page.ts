import { RefusedError } from '../domain/errors.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Page } from '../domain/report.ts';
import type { AskedRoom } from './asked-room.ts';
import { reportsNamed } from './named-report.ts';
import type { PageRequest } from './requests.ts';

/**
 * The page that a program asks for, and its report.
 * @throws RefusedError that says what there is, when no report or page is meant, or not exactly one
 */
export async function findPage(
  library: AskedRoom['library'],
  { report: name, ...wanted }: PageRequest,
): Promise<{ stored: StoredReport; page: Page }> {
  const [report, another] = reportsNamed(await library.reports(), name);
  if (another) throw new RefusedError('malformed', `Several reports are called ${name}: name one by its id.`);
  const stored = report && (await library.report(report.id));
  if (!stored) throw new RefusedError('not_there', `No report is called ${name}; \`reports\` lists what there is.`);
  const page = pageIn(stored, wanted);
  if (page) return { stored, page };
  throw new RefusedError('not_there', `${stored.report.title} has no such page: ${extentOf(stored)}.`);
}

function pageIn({ report, text, pages }: StoredReport, { page, number, quote }: Omit<PageRequest, 'report'>) {
  if (quote !== undefined) {
    const start = text.indexOf(quote);
    return start < 0 ? undefined : pages.find(({ span }) => span.start <= start && start < span.end);
  }
  const isMeant = ({ number: own, label }: Page) =>
    page === undefined ? own === number : String(page) === (report.slides ? String(own) : (label ?? String(own)));
  return pages.find(isMeant);
}

/** `its pages are 1 to 70`. */
function extentOf({ report, pages }: StoredReport): string {
  const [first, last] = [pages[0], pages.at(-1)];
  const label = (page: Page | undefined) => (report.slides ? page?.number : (page?.label ?? page?.number));
  const named = report.paged ? 'its pages are' : 'without printed pages, its parts are';
  return `${named} ${label(first)} to ${label(last)}`;
}
