import { readdirSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import type { Config } from './config.ts';
import { PROJECT_FOLDER } from './config.ts';
import { OPERATOR } from './domain/audience.ts';
import { ServiceError } from './domain/errors.ts';
import type { Footnote } from './wiring/wire-footnote.ts';
import type { Services } from './wiring/wire-services.ts';
import { wireFootnote } from './wiring/wire-footnote.ts';
import { wireServices } from './wiring/wire-services.ts';
import { openTraces } from './wiring/wire-watching.ts';
import type { Note } from './watch/events.ts';

/** A started Footnote. */
export interface Running {
  /** Address of the ask page. */
  url: string;
  /** @param patienceMs how long answers that are being composed may take; those that take longer are put back */
  stop(patienceMs?: number): Promise<void>;
}

/** Where words go. */
export interface Outlets {
  /** A line of the screen, for the person who starts it. */
  say(line: string): void;
  /** A line of the log. */
  log(line: string): void;
  /** What happened, for a log that takes more than lines. */
  note?: Note;
}

/**
 * Starts everything that the settings allow: takes the sample reports in when the index is empty, serves the ask
 * page, connects to Slack when there are tokens, and says in one screen what runs and what does not.
 * @throws ServiceError when the port is taken or Slack refuses the tokens
 */
export async function startFootnote(config: Config, { say, log, note }: Outlets): Promise<Running> {
  const traces = await openTraces(config.watching);
  const footnote = await wireFootnote(config, log);
  if ((await footnote.library.seenBy(OPERATOR).reports()).length === 0) await ingestSamples(footnote, say);
  const services = wireServices(config, footnote, log, [...(note ? [note] : []), ...(traces ? [traces.note] : [])]);
  const stop = async (patienceMs?: number): Promise<void> => {
    await services.close(patienceMs);
    await footnote.close();
    await traces?.close().catch((error: unknown) => log(`The last traces could not be sent: ${reasonOf(error)}`));
  };
  try {
    const url = await listen(services, config);
    const slack = await connectSlack(services, config);
    void services
      .warm()
      .catch((error: unknown) => say(`The threads that answer could not be warmed up: ${reasonOf(error)}`));
    for (const line of await startScreen(footnote, { url, slack, composer: composerLine(config) })) say(line);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ingestSamples(footnote: Footnote, say: (line: string) => void): Promise<void> {
  const folder = join(PROJECT_FOLDER, 'samples');
  const samples = readdirSync(folder)
    .filter((name) => /\.(?:pdf|txt)$/u.test(name))
    .map((name) => join(folder, name));
  say(`The index is empty: taking in the ${samples.length} sample reports…`);
  const { refused } = await footnote.ingest(samples, {
    onProgress: (done, total, path) => say(`  ${done} of ${total}  ${basename(path)}`),
  });
  for (const { reason } of refused) say(`Refused: ${reason}`);
}

async function listen({ web }: Services, { port, host }: Config): Promise<string> {
  web.listen(port, host);
  try {
    await once(web, 'listening');
  } catch (cause) {
    throw new ServiceError(
      `Port ${port} on ${host} cannot be used (${reasonOf(cause)}). Stop what uses it, or set PORT to another one.`,
      { cause },
    );
  }
  const address: AddressInfo | string | null = web.address();
  return `http://${host}:${typeof address === 'object' && address ? address.port : port}`;
}

async function connectSlack({ bot }: Services, { slack, libraries }: Config): Promise<string> {
  if (!bot || !slack) return 'not connected: no SLACK_BOT_TOKEN. See docs/slack.md, then copy .env.example to .env';
  const reached = await bot.start();
  if (reached.outcome === 'refused')
    throw new ServiceError(`Slack refused the connection (${reached.reason}). Check the tokens in .env.`);
  if (reached.outcome === 'unreachable')
    return (
      `out of reach for now (${reached.reason}); it is tried again, at least once a minute, and the ` +
      'log says when it is there'
    );
  if (slack.mode === 'socket') return 'connected (Socket Mode)';
  return (
    'waiting for events at /slack/events ' +
    `(HTTP)${libraries === 'per-workspace' ? '; each workspace has a library of its own' : ''}`
  );
}

async function startScreen(
  { library }: Footnote,
  { url, slack, composer }: Record<'url' | 'slack' | 'composer', string>,
): Promise<string[]> {
  const reports = await library.seenBy(OPERATOR).reports();
  const chunks = reports.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
  return [
    '',
    'Footnote is running.',
    `  Ask page   ${url}`,
    `  Reports    ${reports.length} in the index, ${chunks} passages`,
    `  Slack      ${slack}`,
    `  Composer   ${composer}`,
    '',
    'Next',
    '  npm run ask -- "2020年第三季度亚马逊云的市占率是多少？"    ask in this terminal',
    '  npx footnote ingest FILE                                   take a report of yours in',
    '  npx footnote --help                                        everything else',
    '',
    'Stop with Ctrl+C.',
  ];
}

function composerLine({ model }: Config): string {
  if (!model) return "extractive: answers in the reports' own sentences; needs no model and no key";
  return (
    `${model.provider}:${model.name}: every sentence checked against the page; the reports' own ` +
    'sentences when it is away'
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
