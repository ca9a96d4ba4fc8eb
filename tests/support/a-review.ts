import type { VerifiedAnswer } from '../../src/domain/answer.ts';
import type { ReviewedCitation, ReviewSteps } from '../../src/slack/steps.ts';
import { claimsOf } from '../../src/domain/answer.ts';

/** A review that is kept in memory, with what was flagged. */
export function aReview(
  editors: string[],
): ReviewSteps & { flags: string[][]; rated: string[][]; told: string[][]; places: unknown[] } {
  const citations: ReviewedCitation[] = [];
  const [flags, places]: [string[][], unknown[]] = [[], []];
  const [told, rated]: [string[][], string[][]] = [[], []];
  const askers = new Map<string, string>();
  const posted = new Map<string, Parameters<ReviewSteps['placed']>[1] & { user: string }>();
  const notes = new Map<string, string>();
  let answers = 0;
  return {
    flags,
    rated,
    told,
    places,
    isEditor: (user, groups) => [user, ...groups].some((id) => editors.includes(id)),
    recordAnswer(answer: VerifiedAnswer, by) {
      answers += 1;
      askers.set(`a${answers}`, by.user);
      for (const { text, quotes } of claimsOf(answer))
        for (const quote of quotes)
          citations.push({
            id: `a${answers}.${citations.length + 1}`,
            claim: text,
            quote,
            status: 'unverified',
            seen: 0,
            question: answer.question.text,
          });
      return Promise.resolve(`a${answers}`);
    },
    placed(answerId, place) {
      places.push([answerId, place.message]);
      posted.set(answerId, { ...place, user: askers.get(answerId) ?? '' });
      return Promise.resolve();
    },
    citations: (answerId) => Promise.resolve(citations.filter(({ id }) => id.startsWith(`${answerId}.`))),
    citation: (id) => Promise.resolve(citations.find((each) => each.id === id)),
    rate(answerId, { user }, way, reason) {
      rated.push([answerId, user, way, reason]);
      return Promise.resolve();
    },
    flag(id, by, reason) {
      flags.push([id, by, reason]);
      return Promise.resolve();
    },
    giveVerdict({ citationId, verdict, note, editor, userGroups, seen }) {
      const citation = citations.find(({ id }) => id === citationId);
      if (!citation) return Promise.resolve('unknown_citation');
      if (![editor, ...userGroups].some((id) => editors.includes(id))) return Promise.resolve('no_editor');
      if (citation.seen !== seen) return Promise.resolve('changed_since');
      Object.assign(citation, { status: verdict, seen: seen + 1 });
      notes.set(citationId, note);
      return Promise.resolve('given');
    },
    correction(id) {
      const citation = citations.find((each) => each.id === id);
      const place = posted.get(id.split('.')[0] ?? '');
      if (!citation || !place || citation.status === 'verified' || citation.status === 'unverified')
        return Promise.resolve(undefined);
      const { team, user, ...where } = place;
      return Promise.resolve({
        team,
        posted: where,
        asker: user,
        question: citation.question,
        claim: citation.claim,
        verdict: citation.status,
        note: notes.get(id) ?? '',
      });
    },
    sees: () => Promise.resolve(true),
    askerTold(id, asker) {
      told.push([id, asker]);
      return Promise.resolve();
    },
    queue: (limit) => Promise.resolve(citations.filter(({ status }) => status === 'unverified').slice(0, limit)),
  };
}
