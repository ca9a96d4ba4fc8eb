import type { CitedAnswer, FigureSeries, Passage, Withheld } from '../domain/answer.ts';
import type { Coverage, KeyFigure, SectionRef, SummaryLength, SummaryRequest } from '../domain/summary.ts';
import { VerifiedSummary } from '../domain/summary.ts';
import { figuresOf } from '../quantities/figures.ts';
import type { ModelFailure } from '../domain/model.ts';
import { given } from '../domain/given.ts';
import type { DraftClaim } from './check-claim.ts';
import type { Prove } from '../compare/prove.ts';
import { checkClaims } from './check-claim.ts';
import { findQuote } from './find-quote.ts';

/** Where a figure is said to stand. */
type Cited = CitedAnswer['claims'][number]['citations'][number];

/** A figure before it is checked. */
export type DraftFigure = Omit<KeyFigure, 'quote'> & { citation: Cited };

/** A series before it is checked. */
export type DraftSeries = Omit<FigureSeries, 'values'> & {
  values: { label: string; value: number; citation: Cited }[];
};

/** A summary before it is checked, or what there is instead of one. */
export type DraftSummary =
  | {
      outcome: 'summarised';
      length: SummaryLength;
      section: SectionRef;
      composer: string;
      fallback?: ModelFailure;
      cached?: true;
      /** Points that the composer itself holds back. */
      refused?: Withheld[];
      points: DraftClaim[];
      coverage: Omit<Coverage, 'points'>;
      figures: DraftFigure[];
      series: DraftSeries[];
      passages: Passage[];
    }
  | { outcome: 'which'; candidates: SectionRef[] }
  | { outcome: 'not_found'; nearest: SectionRef[] };

/**
 * Checks a summary as `verifyAnswer` checks an answer: each point and each figure must stand word for word in the
 * section. What does not pass is withheld or left out. This is the only place that makes a `VerifiedSummary`.
 */
export function verifySummary(request: SummaryRequest, draft: DraftSummary, prove: Prove): VerifiedSummary {
  if (draft.outcome !== 'summarised') return VerifiedSummary.parse({ ...draft, request });
  const { passages, length, section, coverage, composer, fallback, cached, refused = [] } = draft;
  const { claims, withheld } = checkClaims(draft.points, passages, prove);
  if (claims.length === 0) return VerifiedSummary.parse({ outcome: 'not_found', request, nearest: [section] });
  const figures = draft.figures.flatMap((figure) => provedFigure(figure, passages));
  const series = draft.series.flatMap((one) => provedSeries(one, passages));
  return VerifiedSummary.parse({
    outcome: 'summarised',
    request,
    length,
    section,
    composer,
    ...given({ fallback, cached }),
    points: claims,
    coverage: { ...coverage, points: claims.length },
    figures,
    series,
    withheld: [...withheld, ...refused],
  });
}

function provedFigure({ label, value, citation }: DraftFigure, passages: readonly Passage[]): KeyFigure[] {
  const quote = quoteOf(citation, passages);
  return quote?.text.includes(value) ? [{ label, value, quote }] : [];
}

/** A series with one unproved value is none: the others would look like all there are. */
function provedSeries({ values, ...series }: DraftSeries, passages: readonly Passage[]): FigureSeries[] {
  const proved = values.flatMap(({ label, value, citation }) => {
    const quote = quoteOf(citation, passages);
    const isHeld = quote && figuresOf(quote.text).some((figure) => Number(figure.replace('%', '')) === value);
    return isHeld ? [{ label, value, quote }] : [];
  });
  return proved.length === values.length && proved.length > 0 ? [{ ...series, values: proved }] : [];
}

function quoteOf({ passage, quote }: Cited, passages: readonly Passage[]) {
  const cited = passages.find(({ ref }) => ref === passage);
  return cited && findQuote(cited, quote);
}
