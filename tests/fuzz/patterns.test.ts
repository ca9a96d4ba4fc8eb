import { beforeAll, describe, expect, it } from 'vitest';
import type { FoundPattern } from '../support/patterns/find-patterns.ts';
import { builtLater, findPatterns, repeats } from '../support/patterns/find-patterns.ts';
import { hostileRuns } from '../support/patterns/hostile-runs.ts';
import { slowPatterns } from '../support/patterns/time-patterns.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';

/** Patterns that are built when they are used, each with why it is timed nonetheless, or need not be. */
const BUILT_LATER: Record<string, string> = {
  'quantities/figure-shapes.ts: `${NUMBER}${SCALE}\\\\s?个?${unit}(?![前代度底初末来])`':
    'used by list-patterns.ts; the unit is one of a closed list',
  'layout/recognised-page.ts: String.raw`(?:^|; ?)${name} ([-\\d. ]+)`': 'one repetition behind a name of our own',
  'text/date-lines.ts: OPENING + date + CLOSING': 'built on load',
  "text/mark-words.ts: words.join('|')": 'words of the question as they stand, without repetitions',
  'text/page-labels.ts: `^${NAME}${OPENING}(?<numeral>${numeral})${CLOSING}$`': 'built on load',
  'domain/audience.ts: `^(?:[TE][A-Z0-9]+/)?[${letters}][A-Z0-9]+$`': 'built on load',
  'slack/intake/read-event.ts: `<@${bot}(?:\\\\|[^>]*)?>`':
    'the id of the bot, which Slack gives, and one repetition between marks that cannot stand in it',
  'slack/listeners/feedback.ts: `^(?:${WHY_MODAL}|${REPORT_MODAL})$`': 'names of our own',
  'slack/listeners/home.ts: `^(?:${ASK}|${ASK_AGAIN})$`': 'names of our own',
  'slack/listeners/home.ts: `^(?:${SET_LANGUAGE}|${SET_WHERE})$`': 'names of our own',
  'slack/listeners/replace.ts: `^${REPLACE_REPORT}`': 'names of our own',
};

describe('the patterns of the program', () => {
  let patterns: FoundPattern[] = [];
  beforeAll(async () => {
    patterns = await findPatterns();
  }, 300_000);

  it('are found where they are written and where they are built', () => {
    const holds = (where: RegExp) => patterns.some((pattern) => where.test(pattern.where));
    expect([
      patterns.length > 500,
      holds(/^quantities\/calendar\.ts/u),
      holds(/^lexicon\/instructions\.ts/u),
      holds(/^quantities\/figure-shapes\.ts:\d/u),
    ]).toEqual([true, true, true, true]);
    expect(builtLater().toSorted()).toEqual(Object.keys(BUILT_LATER).toSorted());
  });

  it('end in linear time on 50,000 characters of anything', { timeout: 600_000 }, async () => {
    const isLong = fuzzRuns({ short: 0, long: 1 }) === 1;
    // The short form tries each text with one of its ends, another one for each text.
    const runs = hostileRuns().filter((_, at) => isLong || at % 3 === Math.floor(at / 3) % 3);
    const slow = await slowPatterns(patterns.filter(repeats), runs);
    expect(
      slow.map(
        ({ where, source, flags, run, timing }) =>
          `${where} /${source}/${flags} on ${run}: ${timing.map(Math.round).join(', ') || 'does not end'} ms`,
      ),
    ).toEqual([]);
  });

  it('would be seen if they did not', async () => {
    const bad = (source: string) => ({ where: 'here', source, flags: 'u', isBuilt: false });
    const slow = await slowPatterns(
      [bad('(?:a|a)+$'), bad('\\d+%'), bad('(?<!\\d)\\d+%')],
      [{ name: 'digits', head: '', piece: '1', tail: '' }],
    );
    expect(slow.map(({ source }) => source)).toEqual(['\\d+%']);
  });
});
