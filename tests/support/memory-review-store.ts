import type { ReviewStore } from '../../src/domain/ports.ts';
import type { KeptAnswer, LogEntry } from '../../src/domain/review.ts';
import { FORGOTTEN, personOf } from '../../src/domain/review.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';

/** A review store that forgets at the end. */
export function createMemoryReviewStore(now: () => number = () => 0): ReviewStore {
  const answers = new Map<string, KeptAnswer>();
  const log: LogEntry[] = [];
  const citations = () => [...answers.values()].flatMap(({ claims }) => claims.flatMap((claim) => claim.citations));
  const about = (citationId: string | undefined) => log.filter((entry) => entry.citationId === citationId);
  const lastAction = (citationId: string) =>
    about(citationId).findLast(({ action }) => ['verdict', 'flagged', 'withdrawn'].includes(action))?.action;
  return {
    keep: (answer) => Promise.resolve(void (answers.has(answer.id) || answers.set(answer.id, structuredClone(answer)))),
    placed(answerId, place) {
      const answer = answers.get(answerId);
      if (answer) answer.place = place;
      return Promise.resolve();
    },
    answer(answerId) {
      const answer = answers.get(answerId);
      return Promise.resolve(
        answer && { answer: structuredClone(answer), entries: log.filter((entry) => entry.answerId === answerId) },
      );
    },
    waiting(limit) {
      const waiting = [...answers.values()]
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .flatMap(({ claims }) => claims.flatMap((claim) => claim.citations))
        .map(({ id }) => ({ id, last: lastAction(id) }))
        .filter(({ last }) => last !== 'verdict');
      const flagged = waiting.filter(({ last }) => last === 'flagged');
      return Promise.resolve(
        [...flagged, ...waiting.filter((item) => !flagged.includes(item))].slice(0, limit).map(({ id }) => id),
      );
    },
    citations: () => Promise.resolve(structuredClone(citations())),
    append(changes) {
      if (
        changes.some(({ entry, seen }) => seen !== undefined && seen !== (about(entry.citationId).at(-1)?.number ?? 0))
      )
        return Promise.resolve(undefined);
      return Promise.resolve(
        changes.map(({ entry: { citationId = null, quoteKey = null, verdict = null, ...entry }, quote }) => {
          const sealed = sealEntry({
            ...entry,
            citationId,
            quoteKey,
            verdict,
            number: log.length + 1,
            at: new Date(now()).toISOString(),
            previousHash: log.at(-1)?.hash ?? FIRST_HASH,
          });
          log.push(sealed);
          const citation = citations().find(({ id }) => id === citationId);
          if (citation && quote) citation.quote = quote;
          return sealed;
        }),
      );
    },
    forgetPerson(person) {
      const theirs = [...answers.values()].filter(({ asker, place }) => personOf(asker, place) === person);
      for (const answer of theirs) Object.assign(answer, { question: '', asker: FORGOTTEN });
      return Promise.resolve(theirs.length);
    },
    forgetBefore(at) {
      for (const answer of answers.values())
        if (answer.at < at) Object.assign(answer, { question: '', asker: FORGOTTEN });
      return Promise.resolve();
    },
    log: () => Promise.resolve({ entries: structuredClone(log), head: log.at(-1) }),
  };
}
