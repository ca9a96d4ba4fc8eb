import type { Frequencies } from '../domain/ports.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';
import { fewAlike, weighUnit } from '../dictionary/query-unit.ts';
import type { TranslatedSpan } from '../dictionary/query-unit.ts';

/** A name is said on purpose. */
const NAME = 1.3;
/** A translation less likely than this share of the best is left out. */
const UNLIKELY = 0.15;

/**
 * What a question speaks of, word by word: each stretch of it once, in the order of the question, with the forms under
 * which it may stand in a report. What no report holds under any form stays in: it may be why there is no answer.
 * @param spans may overlap; of two, the one that comes first and has a form that some report holds is taken
 */
export function buildConcepts(spans: readonly TranslatedSpan[], frequencies: Frequencies): QueryUnit[] {
  const isHeld = (terms: string[]) => terms.every((term) => (frequencies.documentFrequency.get(term) ?? 0) > 0);
  const known = spans.map((span) => ({
    ...span,
    alternatives: likely(span.alternatives.filter(({ terms }) => isHeld(terms))),
  }));
  const taken: TranslatedSpan[] = [];
  const isFree = ({ from, to }: TranslatedSpan) => !taken.some((span) => from < span.to && span.from < to);
  for (const span of known) if (span.alternatives.length > 0 && isFree(span)) taken.push(span);
  for (const span of spans) if (isFree(span)) taken.push({ ...span, alternatives: span.alternatives.slice(0, 1) });
  return fewAlike(taken.toSorted((a, b) => a.from - b.from)).map(({ label, alternatives, content = 1, isName }) =>
    weighUnit({ label, kind: isName ? 'latin' : 'pair', alternatives }, content * (isName ? NAME : 1), frequencies),
  );
}

function likely(alternatives: TranslatedSpan['alternatives']): TranslatedSpan['alternatives'] {
  const best = Math.max(...alternatives.map(({ weight }) => weight));
  return alternatives.filter(({ weight }) => weight >= UNLIKELY * best);
}
