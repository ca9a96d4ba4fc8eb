import type { AskedQuestion, Rating } from '../domain/feedback.ts';
import { given } from '../domain/given.ts';
import type { DaysTokens } from '../domain/model.ts';
import type { Usage } from '../domain/usage.ts';
import { canonicalText } from '../text/canonical-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longest lists: what is on a page is read, what is longer is a matter for the JSON of each question. */
const LISTED = 20;
const MOST_SHARE = 0.95;

/** What was kept, in any order. */
export interface Kept {
  questions: readonly AskedQuestion[];
  ratings: readonly Rating[];
  tokens: readonly DaysTokens[];
  /** Dollars for a million tokens. */
  price?: { input: number; output: number } | undefined;
}

/**
 * Counts how Footnote was used.
 * @param now the time, in milliseconds since 1970
 * @param days how many days back
 */
export function countUsage({ questions, ratings, tokens, price }: Kept, now: number, days: number): Usage {
  const from = new Date(now - days * DAY_MS).toISOString();
  const asked = questions.filter(({ at }) => at >= from);
  const rated = ratings.filter(({ at }) => at >= from);
  const ofDays = tokens.filter(({ day }) => day >= from.slice(0, 10));
  const answers = asked.filter(({ task }) => task === 'answer');
  const vain = answers.filter(({ outcome }) => outcome === 'not_found');
  return {
    days,
    asked: {
      all: asked.length,
      people: new Set(asked.map(({ by }) => by)).size,
      byTask: countsOf(asked.map(({ task }) => task)),
      byDoor: countsOf(asked.map(({ door }) => door)),
      byOutcome: countsOf(answers.map(({ outcome }) => outcome)),
      ...given({ ms: timesOf(asked) }),
    },
    channels: channelsOf(asked).slice(0, LISTED),
    questions: timesAsked(answers).slice(0, LISTED),
    notFound: timesAsked(vain).slice(0, LISTED),
    missing: mostOften(vain.flatMap(({ missing }) => [...new Set(missing)]))
      .map(([name, times]) => ({ name, times }))
      .slice(0, LISTED),
    ratings: {
      up: rated.filter(({ way }) => way === 'up').length,
      down: rated.filter(({ way }) => way === 'down').length,
      reasons: rated
        .filter(({ way }) => way === 'down')
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .slice(0, LISTED)
        .map(({ question, reason, at }) => ({ question, reason, at })),
    },
    models: { ...sumOf(ofDays), ...given({ dollars: price && dollarsFor(sumOf(ofDays), price) }), days: ofDays },
  };
}

function timesOf(asked: readonly AskedQuestion[]): { half: number; most: number } | undefined {
  const times = asked
    .map(({ ms }) => ms)
    .filter((ms) => ms > 0)
    .toSorted((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return times.length === 0 ? undefined : { half: at(0.5), most: at(MOST_SHARE) };
}

function channelsOf(asked: readonly AskedQuestion[]): Usage['channels'] {
  const inChannels = asked.filter(({ channel }) => channel !== '');
  return mostOften(inChannels.map(({ channel }) => channel)).map(([channel, count]) => ({
    channel,
    asked: count,
    notFound: inChannels.filter((each) => each.channel === channel && each.outcome === 'not_found').length,
  }));
}

/** The same question in other width, case or script is one; it is shown as it was asked last. */
function timesAsked(asked: readonly AskedQuestion[]): Usage['questions'] {
  const latestFirst = asked.toSorted((a, b) => b.at.localeCompare(a.at));
  const same = Map.groupBy(latestFirst, ({ question }) => canonicalText(question).trim());
  return [...same.values()]
    .flatMap(([last, ...before]) =>
      last ? [{ question: last.question, times: before.length + 1, lastAt: last.at }] : [],
    )
    .toSorted((a, b) => b.times - a.times);
}

function countsOf(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(mostOften(names));
}

/** Those that come most often first; of the same count, as they came. */
function mostOften(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

function sumOf(tokens: readonly DaysTokens[]): { input: number; output: number } {
  const sum = (kind: 'input' | 'output') => tokens.reduce((all, each) => all + each[kind], 0);
  return { input: sum('input'), output: sum('output') };
}

const MILLION = 1_000_000;

function dollarsFor(tokens: { input: number; output: number }, price: { input: number; output: number }): number {
  return (tokens.input * price.input + tokens.output * price.output) / MILLION;
}
