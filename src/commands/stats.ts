import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ConfigurationError } from '../domain/errors.ts';
import { Verdict } from '../domain/review.ts';
import type { Health, Usage, VerdictCounts } from '../domain/usage.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { USAGE_WORDS } from '../words/usage-words.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { print, printJson } from './terminal.ts';

interface StatsOptions {
  days: string;
  json?: boolean;
}

const DAYS = '30';

/** `footnote stats`: how Footnote is used, and how it is. It shows questions about any report: for the operator. */
export function addStatsCommand(program: Command, run: Run): void {
  program
    .command('stats')
    .description('what was asked and not found, thumbs, channels, cost of models, health; nobody is named')
    .option('--days <count>', 'how many days back', DAYS)
    .option('--json', 'print one JSON object')
    .action((options: StatsOptions) => run((footnote, config) => stats(footnote, config, options)));
}

async function stats(footnote: Footnote, config: Config, { days, json }: StatsOptions): Promise<void> {
  if (!/^[1-9]\d{0,3}$/u.test(days))
    throw new ConfigurationError(`--days ${days}: give a whole number of days, from 1 to 9999.`);
  const { healthOf, usageOf, verdictsOf } = await import('../wiring/wire-usage.ts');
  const inbox = footnote.stores.inbox();
  try {
    const [usage, health] = [await usageOf(footnote, config, Number(days)), await healthOf(footnote, inbox)];
    const verdicts = await verdictsOf(footnote);
    if (json) printJson({ ...usage, verdicts, health });
    else print(...statsLines(usage, health), ...verdictLines(verdicts));
  } finally {
    inbox.close();
  }
}

function statsLines(usage: Usage, health: Health): string[] {
  const words = USAGE_WORDS.en;
  const { headings } = words;
  const asked = (questions: Usage['questions']) =>
    questions.map(({ question, times, lastAt }) => `${times}×  ${question}  (${lastAt.slice(0, 10)})`);
  return [
    `${words.title}, ${words.days(usage.days)}`,
    ...part(headings.health, words.health(health)),
    ...part(headings.asked, words.asked(usage.asked)),
    ...part(
      headings.missing,
      usage.missing.map(({ name, times }) => `${times}×  ${name}`),
    ),
    ...part(headings.notFound, asked(usage.notFound)),
    ...part(headings.ratings, [
      words.ratings(usage.ratings),
      ...usage.ratings.reasons.map(({ question, reason }) => `👎  ${question}  ${reason || words.noReason}`),
    ]),
    ...part(headings.questions, asked(usage.questions)),
    ...part(
      headings.channels,
      usage.channels.map((each) => `${each.channel}  ${each.asked} asked, ${each.notFound} not found`),
    ),
    ...part(headings.models, [words.models(usage.models)]),
  ];
}

function verdictLines({ all, byReport }: VerdictCounts): string[] {
  const { figures, status } = REVIEW_WORDS.en;
  const line = (counts: Record<Verdict, number>) =>
    Verdict.options.map((verdict) => `${status[verdict].toLowerCase()} ${counts[verdict]}`).join(', ');
  return part(figures, byReport.length === 0 ? [] : [line(all), ...byReport.map((of) => `${of.title}: ${line(of)}`)]);
}

function part(heading: string, lines: readonly string[]): string[] {
  return ['', heading, ...(lines.length === 0 ? [USAGE_WORDS.en.nothing] : lines).map((line) => `  ${line}`)];
}
