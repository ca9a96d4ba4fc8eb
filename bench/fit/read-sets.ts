import { parseArgs } from 'node:util';
import type { ReadQuestion } from './read-questions.ts';
import { readQuestions } from './read-questions.ts';
import type { SetPlace } from './question-sets.ts';
import { openQuestionSet } from './question-sets.ts';

const LIST = { type: 'string' as const, multiple: true as const };
const OPTIONS = {
  set: LIST,
  reports: LIST,
  weight: LIST,
  index: LIST,
  limit: LIST,
  threshold: { type: 'string' as const },
  out: { type: 'string' as const },
};

/**
 * The sets that the command line names: the first `--set` belongs to the first `--reports`, `--weight` and `--index`.
 * @throws RangeError when there is none, or one without reports
 */
export function setPlaces(): { places: SetPlace[]; out: string | undefined; threshold: number | undefined } {
  const { values } = parseArgs({ options: OPTIONS });
  const places = (values.set ?? []).map((questions, at): SetPlace => {
    const reports = values.reports?.[at]?.split(',');
    if (!reports) throw new RangeError(`Name the reports of ${questions}: --reports FILE,FOLDER`);
    const index = values.index?.[at];
    const limit = Number(values.limit?.[at] ?? Number.POSITIVE_INFINITY);
    return {
      questions,
      reports,
      weight: Number(values.weight?.[at] ?? 1),
      limit,
      ...(index === undefined ? {} : { index }),
    };
  });
  if (places.length === 0) throw new RangeError('Name a set: --set QUESTIONS.jsonl --reports FILE,FOLDER');
  return {
    places,
    out: values.out,
    threshold: values.threshold === undefined ? undefined : Number(values.threshold),
  };
}

/** Reads the questions of the sets that the command line names, one set after the other. */
export async function readSets(): Promise<
  Omit<ReturnType<typeof setPlaces>, 'places'> & { questions: ReadQuestion[]; described: string }
> {
  const { places, ...rest } = setPlaces();
  const questions: ReadQuestion[] = [];
  const described: string[] = [];
  for (const place of places) {
    const set = await openQuestionSet(place);
    questions.push(...(await readQuestions(set)));
    described.push(`${set.name}: ${set.questions.length} questions, each counts ${set.weight}`);
    await set.close();
  }
  return { questions, described: described.join('; '), ...rest };
}
