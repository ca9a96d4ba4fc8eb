import type { SectionKind } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { closeSpacing } from '../text/close-spacing.ts';
import { withoutNumber } from './heading-key.ts';

const KINDS = (['contents', 'disclaimer', 'signatures', 'audit', 'references'] as const).map(
  (kind) => [kind, words(`section/${kind}`)] as const,
);
const ANNEX = words('section/annex');

/** What kind of section a heading begins; undefined for one that is the report's own matter. */
export function sectionKind(heading: string): SectionKind | undefined {
  const text = closeSpacing(heading).replace(/(?<![\s:：.])[\s:：.]+$/u, '');
  const bare = withoutNumber(text);
  const named = KINDS.find(([, kind]) => kind.is(text) || kind.is(bare))?.[0];
  if (named !== undefined) return named;
  return ANNEX.atStart(text) === undefined ? undefined : 'annex';
}
