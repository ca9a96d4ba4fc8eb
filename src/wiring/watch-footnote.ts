import { randomUUID } from 'node:crypto';
import type { Claim, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { CheckedDraft } from '../domain/check.ts';
import { OverloadError } from '../domain/errors.ts';
import { given } from '../domain/given.ts';
import type { Place } from '../domain/report.ts';
import type { VerifiedSummary } from '../domain/summary.ts';
import { doWork, idOfRequest, note, timed, workHere } from '../watch/current-work.ts';
import type { CitedPlace, Note, Task, WatchEvent } from '../watch/events.ts';
import type { Footnote, ReadingRoom } from './wire-footnote.ts';

/** What is told of the outcome of a task. */
type Told = Omit<Extract<WatchEvent, { kind: 'outcome' }>, 'kind' | 'task'>;

const NOTHING: Omit<Told, 'outcome'> = { sentences: {}, withheld: 0, cited: [] };

/**
 * The same library, with what comes of it told to whoever watches the work that is being done.
 * @param otherwise hears of reports that go in while no work is being done for anybody: those of a watched folder
 */
export function watchFootnote(footnote: Footnote, otherwise: Note): Footnote {
  const { review } = footnote;
  const ingest: Footnote['ingest'] = (paths, options) =>
    timed('ingest', async () => {
      const result = await footnote.ingest(paths, options);
      for (const outcome of ['added', 'unchanged', 'refused'] as const)
        note({ kind: 'ingested', outcome, files: result[outcome].length });
      return result;
    });
  return {
    ...footnote,
    seenBy: (viewer) => watchRoom(footnote.seenBy(viewer)),
    ingest: (paths, options) =>
      workHere()
        ? ingest(paths, options)
        : doWork({ id: idOfRequest(randomUUID()), door: 'folder' }, otherwise, () => ingest(paths, options)),
    review: {
      ...review,
      async recordAnswer(answer) {
        const kept = await review.recordAnswer(answer);
        note({ kind: 'kept', answer: kept.id });
        return kept;
      },
      async flag(request) {
        const outcome = await review.flag(request);
        note({ kind: 'flagged' });
        return outcome;
      },
      async giveVerdict(request) {
        const outcome = await review.giveVerdict(request);
        if (outcome.outcome === 'given') note({ kind: 'verdict', verdict: request.verdict });
        return outcome;
      },
    },
    another: async (config) => watchFootnote(await footnote.another(config), otherwise),
  };
}

function watchRoom(room: ReadingRoom): ReadingRoom {
  return {
    ...room,
    answer: (question, options) => watched('answer', () => room.answer(question, options), ofAnswer),
    check: (draft, options) => watched('check', () => room.check(draft, options), ofCheck),
    summarize: (request, options) => watched('summarize', () => room.summarize(request, options), ofSummary),
    figures: (request, options) =>
      watched(
        'figures',
        () => room.figures(request, options),
        ({ facts }) => ({ ...NOTHING, outcome: facts.length > 0 ? 'found' : 'not_found' }),
      ),
  };
}

async function watched<T>(task: Task, act: () => Promise<T>, tell: (value: T) => Told): Promise<T> {
  try {
    const value = await timed(task, act);
    note({ kind: 'outcome', task, ...tell(value) });
    return value;
  } catch (error) {
    if (error instanceof OverloadError) note({ kind: 'refused', reason: error.reason });
    note({ kind: 'outcome', task, outcome: 'failed', ...NOTHING });
    throw error;
  }
}

function ofAnswer(answer: VerifiedAnswer): Told {
  return { ...ofClaims(claimsOf(answer)), ...ofComposed(answer) };
}

function ofSummary(summary: VerifiedSummary): Told {
  if (summary.outcome !== 'summarised') return { outcome: summary.outcome, ...NOTHING };
  return { ...ofClaims(summary.points), ...ofComposed(summary) };
}

function ofCheck(checked: CheckedDraft): Told {
  if (checked.outcome !== 'checked') return { outcome: checked.outcome, ...NOTHING };
  const { claims } = checked;
  return {
    outcome: checked.outcome,
    sentences: countsOf(claims.map(({ verdict }) => verdict)),
    withheld: 0,
    ...given({ fallback: checked.fallback }),
    cited: claims.flatMap(({ quotes }) => quotes.map(citedPlace)),
  };
}

function ofComposed({
  outcome,
  withheld,
  fallback,
}: Pick<VerifiedAnswer | Summarised, 'outcome' | 'withheld' | 'fallback'>): Omit<Told, 'sentences' | 'cited'> {
  return { outcome, withheld: withheld.length, ...given({ fallback }) };
}

type Summarised = Extract<VerifiedSummary, { outcome: 'summarised' }>;

function ofClaims(claims: readonly Claim[]): Pick<Told, 'sentences' | 'cited'> {
  return {
    sentences: countsOf(claims.map(({ degree }) => degree)),
    cited: claims.flatMap(({ quotes }) => quotes.map(citedPlace)),
  };
}

function citedPlace({ reportId, place }: { reportId: string; place: Place }): CitedPlace {
  return place.kind === 'page' || place.kind === 'slide'
    ? { report: reportId, page: place.number }
    : { report: reportId };
}

function countsOf<K extends string>(names: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
