import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { ContentWord } from './content-words.ts';
import type { Asked, ClaimReckoning } from './held-against.ts';
import { areAlike, fitOf, isSaidBy, lateness, likest, NAMED, saidBy, SAYS, shareNamed } from './held-against.ts';
import { hasAll, timesNamed } from './operand-times.ts';
import type { Operand } from './operands.ts';
import { timesDiffer } from './other-times.ts';

const MOST_SUMMED = 8;

/** Sums and averages: of one thing at the times that the claim names, or of the things that it names. */
export function reckonSets(operands: readonly Operand[], asked: Asked): ClaimReckoning[] {
  return [...setsOfTimes(operands, asked), ...setsOfThings(operands, asked)].flatMap((set) => {
    if (set.length < 2 || set.length > MOST_SUMMED || !hasAll(asked.claim, asked.figure, set)) return [];
    const sum = set.reduce((all, { figure }) => all + figure.low, 0);
    const value = asked.operation === 'average' ? sum / set.length : sum;
    const figures = set.map(({ figure }) => figure);
    const said = saidBy(set, asked);
    const named = set.reduce((all, each) => all + shareNamed(each, asked), 0) / set.length;
    return [
      {
        figure: asked.figure,
        reckoning: { operation: asked.operation, operands: figures, value },
        operands: set,
        isTrue: isSaidBy(asked.figure, { operation: asked.operation, operands: figures, value }, set),
        fit: said + NAMED * named,
        said,
      },
    ];
  });
}

function setsOfTimes(operands: readonly Operand[], { claim, figure }: Asked): Operand[][] {
  const rows = Map.groupBy(operands, ({ statement }) => statement);
  return [...rows.values()].flatMap((row) => {
    const heads = Map.groupBy(
      row.filter(({ date }) => date !== undefined),
      ({ head }) => head,
    );
    return [...heads.values()].flatMap((cells) => timesNamed(cells, claim, figure));
  });
}

/** Of each thing that a claim lists the figure that fits it, all of one measure. */
function setsOfThings(operands: readonly Operand[], asked: Asked): Operand[][] {
  const members = listedIn(asked);
  if (members.length < 2) return [];
  const fitting = members.map((words, at) =>
    operands.filter(
      (operand) =>
        says(operand, words, asked) && !members.some((others, other) => other !== at && says(operand, others, asked)),
    ),
  );
  const [first = [], ...others] = fitting;
  return first.flatMap((one) => {
    const set = others.map(
      (of) =>
        of
          .filter(
            (other) =>
              areAlike(one, other) &&
              one.head === other.head &&
              !(one.date && other.date && timesDiffer(one.date, other.date)),
          )
          .toSorted((a, b) => fitOf(one, b, asked) - fitOf(one, a, asked))[0],
    );
    const found = set.flatMap((other) => other ?? []);
    return found.length === others.length && lateness(one, asked) !== undefined ? [[one, ...found]] : [];
  });
}

function says({ words }: Operand, named: readonly ContentWord[], { alike }: Asked): boolean {
  const total = named.reduce((sum, { weight }) => sum + weight, 0);
  const said = named.filter((word) => likest(word, words, alike) >= SAYS).reduce((sum, { weight }) => sum + weight, 0);
  return said > total / 2;
}

const LISTS = wordsOf('lists');
/** A word of which no dictionary knows anything may stand behind the mark. */
const LISTED = /^[\s、,，]*\p{L}{0,4}$/u;

/** What a claim lists: the words that stand together on either side of each mark of a list. */
function listedIn({ claim: { text }, words }: Asked): ContentWord[][] {
  const runs: ContentWord[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && /^\s?$/u.test(text.slice(before.end, word.start))) last.push(word);
    else runs.push([word]);
  }
  const isJoined = (one: readonly ContentWord[], other: readonly ContentWord[]) => {
    const between = text.slice(one.at(-1)?.end, other[0]?.start);
    const rest = LISTS.blank(between);
    return between.trim() !== '' && LISTED.test(rest.trimEnd());
  };
  return runs.filter((run, at) => {
    const [before, behind] = [runs[at - 1], runs[at + 1]];
    return (before !== undefined && isJoined(before, run)) || (behind !== undefined && isJoined(run, behind));
  });
}
