import type { LogRow, Verdict } from '../domain/review.ts';
import { Verdict as VerdictName } from '../domain/review.ts';
import type { VerdictCounts } from '../domain/usage.ts';

/**
 * Counts the verdicts that are in force, each citation once: in all, and by report, the one with most that are wrong
 * first. One that was withdrawn, because its report was replaced, counts no more.
 * @param rows the whole log, in order
 */
export function countVerdicts(rows: readonly LogRow[]): VerdictCounts {
  const inForce = new Map<string, { verdict: Verdict; title: string }>();
  for (const { entry, citation } of rows) {
    const { citationId, action } = entry;
    if (citationId === null) continue;
    const { data: verdict } = VerdictName.safeParse(entry.verdict);
    if (action === 'verdict' && verdict) inForce.set(citationId, { verdict, title: citation?.quote.reportTitle ?? '' });
    if (action === 'withdrawn') inForce.delete(citationId);
  }
  const all = [...inForce.values()];
  const byReport = [...Map.groupBy(all, ({ title }) => title)].map(([title, given]) => ({ title, ...countsOf(given) }));
  const wrong = (of: Record<Verdict, number>) => of.wrong_quote + of.wrong_page + of.out_of_context;
  return { all: countsOf(all), byReport: byReport.toSorted((a, b) => wrong(b) - wrong(a) || b.verified - a.verified) };
}

function countsOf(given: readonly { verdict: Verdict }[]): Record<Verdict, number> {
  const count = (name: Verdict) => given.filter(({ verdict }) => verdict === name).length;
  return {
    verified: count('verified'),
    wrong_quote: count('wrong_quote'),
    wrong_page: count('wrong_page'),
    out_of_context: count('out_of_context'),
  };
}
