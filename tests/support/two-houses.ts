import { once } from 'node:events';
import { parseConfig } from '../../src/config.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { publicReports } from './a-hidden-report.ts';
import { aReportOf } from './answer-from.ts';
import type { SlackWay } from './audience-probes.ts';
import { API_TOKENS } from './program-probes.ts';
import { changed } from './fake-slack/world/world.ts';
import { aRealBot } from './real-bot.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** For whom the hidden report is. */
export const BOARD: Audience = { channels: ['T1/CBOARD'], userGroups: ['T1/SBOARD'], people: ['T1/UCHIEF'] };
const SALES: Audience = { channels: ['CSALES'], userGroups: [], people: [] };
const LINK_SECRET = 'the-same-for-both-houses-0123456789abcdef';

/** What the bot asks Slack about a person, and remembers for some minutes, by the clock. */
const LOOK_UPS = ['users.info', 'usergroups.list', 'users.conversations'];
/** How long this Slack waits to be acknowledged, in milliseconds: both houses compute in the thread that does it. */
const PATIENCE_MS = 60_000;

/** A whole Footnote with every door to the outside: rooms, web pages, Slack. */
export interface House {
  footnote: Footnote;
  /** A page as a visitor gets it: status, kind and text. */
  page(path: string | ((house: House) => string), form?: Record<string, string>): Promise<unknown>;
  /** What a program with a token gets at one of its doors: status and text. */
  call(path: string, token: string, given: object): Promise<unknown>;
  /** What the bot calls of Slack when somebody outside does something. */
  inSlack(way: SlackWay, text: string): Promise<unknown>;
  log: string[];
  close(): Promise<void>;
}

/** @param hide brings in what nobody outside may see, between the first report and the others */
export async function aHouse(
  hide: (footnote: Footnote) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<House> {
  // Whoever has asked too much is told after how many minutes to come back: by the clock, and nothing else any more.
  const limits = { QUESTIONS_PER_USER: '100000', QUESTIONS_PER_TEAM: '100000' };
  const shared = { INDEX_DIR: aTemporaryFolder(), LINK_SECRET, EDITORS: 'Ada', API_TOKENS, ...limits, ...settings };
  const bot = await aRealBot(shared, { mode: 'http', world: { ackMs: PATIENCE_MS } });
  const { footnote, slack, log } = bot;
  const [first, ...others] = publicReports().slice(-4);
  if (first) await footnote.library.add([first]);
  await hide(footnote);
  await footnote.library.add(others);
  await footnote.library.add(
    [
      aReportOf(
        { 渠道: ['星光渠道云计算业务的营收为63万，比上年增长9%。', '东川电子云计算业务的营收在华东为12万。'] },
        { file: 'sales.txt', title: '渠道周报', publishedOn: '2020-12-30' },
      ),
    ],
    SALES,
  );
  const services = wireServices(parseConfig(shared), footnote, (line) => log.push(line));
  await once(services.web.listen(0, '127.0.0.1'), 'listening');
  const address = services.web.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const eve = slack.person('eve');
  const general = slack.channel('general', { members: [eve] });
  let finished = 0;
  const { inbox } = bot.steps;
  const finish = inbox.finish.bind(inbox);
  inbox.finish = async (...work) => {
    await finish(...work);
    finished += 1;
    changed(slack.world);
  };

  const house: House = {
    footnote,
    log,
    async page(path, form) {
      const url = origin + (typeof path === 'string' ? path : path(house));
      const sent = await fetch(url, {
        redirect: 'manual',
        // Asker and server share a thread that may stand still for longer than a connection is kept open.
        headers: { connection: 'close', ...(form ? { 'sec-fetch-site': 'same-origin' } : {}) },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      // An answer stands under an address of its own.
      const answer = sent.headers.get('location') ?? '';
      const response = answer.startsWith('/answers/')
        ? await fetch(origin + answer, { headers: { connection: 'close' } })
        : sent;
      return [sent.status, response.headers.get('content-type'), answer, await response.text()];
    },
    async call(path, token, given) {
      const response = await fetch(origin + path, {
        method: 'POST',
        headers: {
          connection: 'close',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify(given),
      });
      return [response.status, await response.text()];
    },
    async inSlack(way, text) {
      const [before, done] = [slack.calls.length, finished];
      if (way === 'mention') await eve.mentions(slack.bot, general, `${text}？`);
      else if (way === 'direct') await eve.tells(slack.bot, `${text}？`);
      else if (way === 'command') await eve.runs(`/footnote ${text}？`, general);
      else if (way === 'home') await eve.opensHome();
      else await eve.says(general, `<https://footnote.example/reports/${text.replaceAll(/\W/gu, '')}>`);
      if (way === 'home')
        await slack.until(() => slack.calls.slice(before).some(({ method }) => method === 'views.publish'));
      if (way === 'mention' || way === 'direct' || way === 'command') await slack.until(() => finished > done);
      await slack.everythingDelivered();
      return [
        slack.calls
          .slice(before)
          .filter(({ method }) => !LOOK_UPS.includes(method))
          .map(({ method, body }) => [method, body]),
        slack.onlyVisibleTo(eve).at(-1)?.text,
      ];
    },
    async close() {
      await services.close();
      await bot.stop();
    },
  };
  return house;
}

/** The same reply without what differs from one asking to the next: times, tokens of links, ids of answers. */
export function withoutChance(reply: unknown): string {
  return JSON.stringify(reply, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
    .replaceAll(/\/s\/[\w.-]+/gu, '/s/…')
    .replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, 'id')
    .replaceAll(/\d{10}\.\d{3,6}/gu, 'time')
    .replaceAll(/(\\*)"(elapsedMs|requestId)\1":(?:\d+|\1"[^"\\]*\1")/gu, '$2')
    .replaceAll(/127\.0\.0\.1:\d+/gu, 'host');
}
