import type { VerifiedAnswer } from '../../src/domain/answer.ts';
import type { ReviewedCitation, ReviewSteps } from '../../src/slack/steps.ts';

/** A review that is kept in memory, with what was flagged. */
export function aReview(editors: string[]): ReviewSteps & { flags: string[][]; places: unknown[] } {
  const citations: ReviewedCitation[] = [];
  const [flags, places]: [string[][], unknown[]] = [[], []];
  let answers = 0;
  return {
    flags,
    places,
    isEditor: (_, user, groups) => [user, ...groups].some((id) => editors.includes(id)),
    recordAnswer(answer: VerifiedAnswer) {
      answers += 1;
      if (answer.outcome !== 'not_found') for (const { text, quotes } of answer.claims) for (const quote of quotes) citations.push({ id: `a${answers}.${citations.length + 1}`, claim: text, quote, status: 'unverified', seen: 0, question: answer.question.text });
      return Promise.resolve(`a${answers}`);
    },
    placed(answerId, place) {
      places.push([answerId, place.message]);
      return Promise.resolve();
    },
    citations: (answerId) => Promise.resolve(citations.filter(({ id }) => id.startsWith(`${answerId}.`))),
    citation: (id) => Promise.resolve(citations.find((each) => each.id === id)),
    flag(id, by, reason) {
      flags.push([id, by, reason]);
      return Promise.resolve();
    },
    giveVerdict({ citationId, verdict, editor, userGroups, seen }) {
      const citation = citations.find(({ id }) => id === citationId);
      if (!citation) return Promise.resolve('unknown_citation');
      if (![editor, ...userGroups].some((id) => editors.includes(id))) return Promise.resolve('no_editor');
      if (citation.seen !== seen) return Promise.resolve('changed_since');
      Object.assign(citation, { status: verdict, seen: seen + 1 });
      return Promise.resolve('given');
    },
    queue: (limit) => Promise.resolve(citations.filter(({ status }) => status === 'unverified').slice(0, limit)),
  };
}
