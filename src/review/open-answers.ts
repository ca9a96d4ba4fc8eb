import { createHash, randomUUID } from 'node:crypto';
import type { AnswerRecord, Quote } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { Audience } from '../domain/audience.ts';
import { EVERYONE_ONLY, maySee } from '../domain/audience.ts';
import type { AnswerStore, CitedState, GivenAnswer, GivenAnswers } from '../domain/given-answer.ts';
import type { Report } from '../domain/report.ts';
import type { Review } from '../domain/review.ts';
import { seenAnswer } from './seen-answer.ts';

/** What giving answers, and showing them again, stands on. */
export interface GivenParts {
  store: AnswerStore;
  review: Pick<Review, 'answer'>;
  /** The reports that everyone may see, and all of them. */
  reports: Record<'everyone' | 'all', () => Promise<Pick<Report, 'id' | 'file'>[]>>;
  /** The clock, in milliseconds. */
  now(): number;
}

/** Digits of the name of a set of reports. */
const SHELF_LENGTH = 16;

/** Joins answers that were given to where they are kept, and to who may see them. */
export function openAnswers({ store, review, reports, now }: GivenParts): GivenAnswers {
  async function stateOf(
    reportId: string,
    file: string | undefined,
    held: Record<'everyone' | 'all', Pick<Report, 'id' | 'file'>[]>,
    isEditor: boolean,
  ): Promise<CitedState | undefined> {
    const seen = isEditor ? held.all : held.everyone;
    if (seen.some(({ id }) => id === reportId)) return { kind: 'current' };
    if (held.all.some(({ id }) => id === reportId)) return undefined;
    const namesakes = held.all.filter((report) => report.file === file);
    const seenOnes = namesakes.filter(({ id }) => seen.some((report) => report.id === id));
    const [successor] = seenOnes;
    const state: CitedState = successor ? { kind: 'replaced', by: successor.id } : { kind: 'removed' };
    if (isEditor) return state;
    const audience: Audience | undefined = await store.audienceOfRemoved(reportId);
    if (audience !== undefined) return maySee(audience, EVERYONE_ONLY) ? state : undefined;
    // Replaced: what is left of it is for those who may see every file of its name.
    return successor && seenOnes.length === namesakes.length ? state : undefined;
  }

  return {
    async give({ id = randomUUID(), answer, sources, door, after, by }) {
      const everyones = await reports.everyone();
      const files = new Map((await reports.all()).map((report) => [report.id, report.file]));
      const at = new Date(now()).toISOString();
      await store.keep({
        id,
        at,
        door,
        ...(after === undefined ? {} : { after }),
        ...(by === undefined ? {} : { by }),
        answer,
        sources: [...sources],
        files: Object.fromEntries(citedIn(answer).map((reportId) => [reportId, files.get(reportId) ?? reportId])),
        shelf: shelfOf(everyones),
      });
      if (by !== undefined && door === 'web')
        await store.noteAsked(by, { answerId: id, question: answer.question.text, at });
      return id;
    },
    async find(id, as) {
      const given = await store.find(id);
      const isEditor = as === 'editor';
      if (!given || (given.door === 'slack' && !isEditor)) return undefined;
      const held = { everyone: await reports.everyone(), all: await reports.all() };
      const states: Record<string, CitedState> = {};
      for (const reportId of citedIn(given.answer)) {
        const state = await stateOf(reportId, given.files[reportId], held, isEditor);
        if (state) states[reportId] = state;
      }
      const isSame = isEditor || given.shelf === shelfOf(held.everyone);
      return seenAnswer(given, { states, isSame, posted: await review.answer(id) });
    },
    askedBy: (person) => store.askedBy(person),
    forgetList: (person) => store.forgetList(person),
  };
}

/** Reports that an answer quotes, each once. */
function citedIn(answer: AnswerRecord): string[] {
  const quotes: Quote[] =
    answer.outcome === 'not_found' ? answer.nearest : claimsOf(answer).flatMap((each) => each.quotes);
  return [...new Set(quotes.map(({ reportId }) => reportId))];
}

function shelfOf(reports: readonly Pick<Report, 'id'>[]): GivenAnswer['shelf'] {
  const ids = reports.map(({ id }) => id).toSorted();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, SHELF_LENGTH);
}
