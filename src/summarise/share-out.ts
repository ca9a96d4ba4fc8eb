import type { Candidate } from './read-candidates.ts';
import type { SummaryLimits } from './limits.ts';
import { MATTER } from './limits.ts';
import { choosePoints } from './choose-points.ts';

/** Half of the space goes to each article alike, half by length. */
const ALIKE = 0.5;

/**
 * Of an article that has little space one good sentence is said rather than pieces of several: up to so many times the
 * shortest.
 */
const WHOLE = 2;

/** Articles of a part, or parts of a report, with what could be said of each. */
interface Group {
  candidates: Candidate[];
  length: number;
}

/**
 * Chooses the points of a stretch that holds several articles: each gets its share of the space and none goes unheard
 * while there is enough of it; in a report the parts share first.
 * @param articleLevel how deep in the outline articles stand
 */
export function chooseFromArticles(
  candidates: readonly Candidate[],
  limits: SummaryLimits,
  articleLevel: number,
  level = 1,
): Candidate[] {
  if (level > articleLevel) return choosePoints(candidates, limits);
  const groups = groupByPath(candidates, level);
  if (groups.length < 2) return chooseFromArticles(candidates, limits, articleLevel, level + 1);
  const heard = longest(
    groups,
    Math.max(1, Math.min(limits.points, Math.floor(limits.characters / limits.leastShare))),
  );
  const total = heard.reduce((sum, { length }) => sum + length, 0);
  const each = Math.max(1, Math.floor(limits.points / heard.length));
  return heard.flatMap(({ candidates: own, length }) => {
    const share = ALIKE / heard.length + ((1 - ALIKE) * length) / total;
    const characters = Math.floor(limits.characters * share);
    return chooseFromArticles(
      own,
      {
        ...limits,
        points: each,
        characters,
        shortest: Math.max(limits.shortest, Math.min(WHOLE * limits.shortest, characters / 2)),
        matter: MATTER,
      },
      articleLevel,
      level + 1,
    );
  });
}

function groupByPath(candidates: readonly Candidate[], level: number): Group[] {
  const groups = Map.groupBy(candidates, ({ sentences }) => sentences[0]?.block.path.slice(0, level).join('\n') ?? '');
  return [...groups.values()].map((own) => ({
    candidates: own,
    length: new Set(own.flatMap(({ sentences }) => sentences)).size,
  }));
}

/** In reading order. */
function longest(groups: Group[], count: number): Group[] {
  const kept = new Set(groups.toSorted((a, b) => b.length - a.length).slice(0, count));
  return groups.filter((group) => kept.has(group));
}
