import { rowsOfClass } from './lexicon.ts';

/** Characters that turn a word into its opposite, each with those that it is the opposite of. */
let opposites: Map<string, string[]> | undefined;

function readOpposites(): Map<string, string[]> {
  const pairs = rowsOfClass('antonym').flatMap(({ form: [one = '', other = ''] }) => [
    { character: one, opposite: other },
    { character: other, opposite: one },
  ]);
  return new Map(
    [...Map.groupBy(pairs, ({ character }) => character)].map(([character, both]) => [
      character,
      both.map(({ opposite }) => opposite),
    ]),
  );
}

/** A Chinese word of two characters and more with one of them turned round, in every way there is. */
function oppositesOf(word: string): string[] {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return [];
  const known = (opposites ??= readOpposites());
  return [...word].flatMap((character, at) =>
    (known.get(character) ?? []).map((other) => word.slice(0, at) + other + word.slice(at + 1)),
  );
}

/** The character of a word that its opposite has not. */
function ownOf(word: string, opposite: string): string {
  return [...word].find((character, at) => character !== opposite.charAt(at)) ?? word;
}

/**
 * Pairs of characters of a text that stand turned round in another one, which does not hold them: `[较高, 较低]`.
 * Both without marks and spaces.
 */
export function turnedRound(text: string, other: string): { said: string; instead: string }[] {
  const pairs = new Set([...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => !other.includes(pair)));
  return [...pairs].flatMap((said) => {
    const instead = oppositesOf(said).find(
      (opposite) => other.includes(opposite) && !text.includes(opposite) && !other.includes(ownOf(said, opposite)),
    );
    return instead === undefined ? [] : [{ said, instead }];
  });
}
