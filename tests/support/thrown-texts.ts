import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../src/config.ts';
import { LimitError } from '../../src/domain/errors.ts';
import { LIMITS, PORTIONS } from '../../src/domain/limits.ts';
import type { ReadingRoom } from '../../src/wiring/wire-footnote.ts';
import { HOSTILE_KINDS, hostileSentences, hostileText, mixedText, mutated } from './endless-texts.ts';
import { pick, seeded } from './fuzz-runs.ts';

/** A text, and where it is thrown in. */
export interface Thrown {
  door: 'ask' | 'search' | 'summarize' | 'check';
  text: string;
  /** For people. */
  kind: string;
}

/** Reports for the index that texts are thrown at. */
export const SAMPLES = ['ai-ipo-2020.txt', 'chips-2024.pdf', 'cloud-market-2020.pdf'].map((file) =>
  join(PROJECT_FOLDER, 'samples', file),
);
const ORDINARY = readFileSync(join(PROJECT_FOLDER, 'samples/questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => String(JSON.parse(line).question));

/** Texts that once took too long, or threw. */
export function knownThrows(): Thrown[] {
  return [
    { door: 'check', kind: 'one token, 30,000 characters', text: '1 '.repeat(15_000) },
    { door: 'check', kind: 'a pasted table of 8,000 characters', text: hostileText('a table', 8000, seeded(1)) },
    { door: 'check', kind: 'a table at the limit', text: hostileText('a table', LIMITS.draft, seeded(1)) },
    { door: 'check', kind: 'sentences at the limit', text: hostileText('sentences', LIMITS.draft, seeded(1)) },
    {
      door: 'check',
      kind: 'the longest sentences of one token',
      text: hostileSentences('one token', LIMITS.draft, PORTIONS.claim, seeded(1)),
    },
    { door: 'ask', kind: '39,000 characters', text: hostileText('English clauses', 39_000, seeded(1)) },
    {
      door: 'ask',
      kind: 'brackets in brackets',
      text: hostileText('brackets in brackets', LIMITS.question, seeded(1)),
    },
  ];
}

/**
 * A text of any kind and length. Checks are long and so fewer: one in five; of those only some are as long as may be.
 * @param at which one of a row it is
 */
export function aThrow(at: number, random: () => number): Thrown {
  const door = at % 5 === 0 ? 'check' : pick<Thrown['door']>(['ask', 'ask', 'search', 'summarize'], random);
  const limit = limitOf(door);
  const length = lengthOf(at, door, random);
  const kind = HOSTILE_KINDS[at % HOSTILE_KINDS.length] ?? '';
  const ways = [
    { kind, text: () => hostileText(kind, length, random) },
    {
      kind: `sentences of ${kind}`,
      text: () =>
        door === 'check'
          ? hostileSentences(kind, length, 30 + Math.floor(random() * PORTIONS.claim), random)
          : hostileText(kind, length, random),
    },
    { kind: 'a mixture', text: () => mixedText(length, random) },
    {
      kind: 'an ordinary question, changed',
      text: () => mutated(ORDINARY[at % ORDINARY.length] ?? '', random).slice(0, limit),
    },
  ] as const;
  const way = pick(ways, random);
  return { door, kind: `${way.kind}, ${length} characters`, text: way.text() };
}

function lengthOf(at: number, door: Thrown['door'], random: () => number): number {
  const limit = limitOf(door);
  if (at % 25 === 0) return limit;
  if (at % 31 === 0) return limit + 1 + Math.floor(random() * 40_000);
  return 1 + Math.floor(random() * (door === 'check' ? 3000 : limit));
}

function limitOf(door: Thrown['door']): number {
  return door === 'check' ? LIMITS.draft : LIMITS.question;
}

/** How a text must be dealt with: it has an outcome, or it is longer than may be. */
export function dueOutcome({ door, text }: Thrown): 'dealt with' | 'limit' {
  return text.length > limitOf(door) ? 'limit' : 'dealt with';
}

/** How a text was dealt with, or what was thrown. */
export async function throwAt(room: ReadingRoom, thrown: Thrown): Promise<string> {
  try {
    return await dealWith(room, thrown);
  } catch (error) {
    if (error instanceof LimitError) return 'limit';
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

async function dealWith(room: ReadingRoom, { door, text }: Thrown): Promise<string> {
  if (door === 'ask') await room.answer({ text, earlier: [] });
  else if (door === 'search') await room.retrieve({ text, earlier: [] });
  else if (door === 'summarize') await room.summarize({ text });
  else return (await room.check(text)).outcome === 'too_long' ? 'limit' : 'dealt with';
  return 'dealt with';
}
