import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { PROJECT_FOLDER, WEIGHTS_FOLDER } from '../../src/config.ts';
import type { ReadQuestion } from './read-questions.ts';
import { readQuestions } from './read-questions.ts';
import type { SetPlace } from './question-sets.ts';
import { nameOf, openQuestionSet } from './question-sets.ts';

const LIST = { type: 'string' as const, multiple: true as const };
const ONE = { type: 'string' as const };
const OPTIONS = {
  set: LIST,
  reports: LIST,
  weight: LIST,
  index: LIST,
  limit: LIST,
  lines: ONE,
  threshold: ONE,
  why: ONE,
  root: ONE,
  out: ONE,
  check: { type: 'boolean' as const },
};

/**
 * What weights are made of, as their file keeps it: with it they are fitted again. Paths begin at the folder that
 * `--root` names, those of the project's samples at the project.
 */
export const Recipe = z.object({
  sets: z.array(
    z.object({
      questions: z.string(),
      reports: z.array(z.string()),
      weight: z.number(),
      /** So many from the first; absent: all. */
      limit: z.int().optional(),
      /** Every other line, from the first; the others stay unseen. */
      lines: z.literal('odd').optional(),
    }),
  ),
  /** From what score on something counts, where it is chosen by hand. */
  threshold: z.number().optional(),
  /** Why the threshold is what it is, or why there is no set. */
  why: z.string().optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/** What is to be fitted on, and where the weights go. */
export interface Order {
  places: SetPlace[];
  recipe: Recipe;
  /** Neither sets nor their folder are named: what was kept of them is fitted on. */
  isKept: boolean;
  /** A file, or a folder for `NAME.json`; undefined: nothing is written. */
  out: string | undefined;
  /** Weights that differ from those that are kept end the program with 1. */
  isCheck: boolean;
}

/**
 * What the command line orders: the first `--set` belongs to the first `--reports`, `--weight` and `--index`; without
 * any, the sets that `weights/NAME.json` says it was fitted on, below `--root`. One `--index` for several sets has a
 * folder for each.
 * @throws RangeError when there is no set, or one without reports, or one that is not below `--root`
 */
export function readOrder(name: string, args: readonly string[] = process.argv.slice(2)): Order {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const root = resolve(values.root ?? '.');
  // A threshold that is chosen anew is no longer what was said of the old one.
  const threshold =
    values.threshold === undefined ? {} : { threshold: Number(values.threshold), why: values.why ?? 'not said' };
  const recipe = values.set === undefined ? { ...keptRecipe(name), ...threshold } : namedRecipe(values.set);
  const indexes = values.index ?? [];
  const places = recipe.sets.map(({ questions, reports, weight, limit, lines }, at): SetPlace => {
    const shared = indexes.length < recipe.sets.length && indexes[0] && join(indexes[0], nameOf(questions));
    const index = shared || indexes[at];
    return {
      questions: pathOf(questions),
      reports: reports.map(pathOf),
      weight,
      limit: limit ?? Number.POSITIVE_INFINITY,
      isHalved: lines === 'odd',
      ...(index ? { index } : {}),
    };
  });
  const isKept = values.root === undefined && values.set === undefined;
  return { places, recipe, isKept, out: values.out, isCheck: values.check ?? false };

  function namedRecipe(sets: readonly string[]): Recipe {
    return {
      sets: sets.map((questions, at) => {
        const reports = values.reports?.[at]?.split(',');
        if (!reports) throw new RangeError(`Name the reports of ${questions}: --reports FILE,FOLDER`);
        const limit = values.limit?.[at];
        return {
          questions: keptPath(questions),
          reports: reports.map(keptPath),
          weight: Number(values.weight?.[at] ?? 1),
          ...(limit === undefined ? {} : { limit: Number(limit) }),
          ...(values.lines === 'odd' ? { lines: values.lines } : {}),
        };
      }),
      ...threshold,
    };
  }

  function keptPath(path: string): string {
    const ways = [relative(PROJECT_FOLDER, resolve(path)), relative(root, resolve(path))];
    const kept = ways.find((way) => !way.startsWith('..'));
    if (kept === undefined) throw new RangeError(`Name a folder that ${path} is below: --root FOLDER`);
    return kept;
  }

  function pathOf(kept: string): string {
    const [first = kept] = [resolve(root, kept), resolve(PROJECT_FOLDER, kept)].filter((path) => existsSync(path));
    return first;
  }
}

function keptRecipe(name: string): Recipe {
  const path = join(WEIGHTS_FOLDER, `${name}.json`);
  const { from } = existsSync(path)
    ? z.object({ from: Recipe.optional() }).parse(JSON.parse(readFileSync(path, 'utf8')))
    : {};
  if (!from) throw new RangeError(`${path} names no sets: --set QUESTIONS.jsonl --reports FILE,FOLDER`);
  return from;
}

/** Reads the questions of sets, one set after the other. */
export async function readSets(places: readonly SetPlace[]): Promise<{ questions: ReadQuestion[]; described: string }> {
  const questions: ReadQuestion[] = [];
  const described: string[] = [];
  for (const place of places) {
    const set = await openQuestionSet(place);
    questions.push(...(await readQuestions(set)));
    described.push(`${set.name}: ${set.questions.length} questions, each counts ${set.weight}`);
    await set.close();
  }
  return { questions, described: described.join('; ') };
}
