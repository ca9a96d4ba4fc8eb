// The real bot as a process of its own, with an inbox on disk and made-up answers: to be killed. Arguments: Web API,
// app token, bot token, folder; then `never-finishes`: what is said is not written down as done.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { ownerName } from '../../src/adapters/sqlite/work-owner.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import { aReport, aVerifiedAnswer } from './builders.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createMemoryPreferences } from './memory-preferences.ts';
import { claimsOf } from '../../src/domain/answer.ts';

/** How long an answer takes, in milliseconds. */
const ANSWER_MS = 15;

const [apiUrl = '', appToken = '', botToken = '', folder = '', how = ''] = process.argv.slice(2);
const ledger = createMemoryLedger();
const inbox = openSqliteInbox(folder, Date.now);
if (how === 'never-finishes') inbox.finish = () => new Promise(() => undefined);
const bot = createSlackApp(
  { mode: 'socket', appToken, auth: { kind: 'token', botToken }, apiUrl },
  {
    libraryOf: () =>
      Promise.resolve({
        async answerQuestion(question) {
          await delay(ANSWER_MS);
          return aVerifiedAnswer({ question });
        },
        forgetPerson: () => Promise.resolve(0),
        summarize: () =>
          Promise.resolve({
            outcome: 'summarised',
            heading: '云市场',
            points: claimsOf(aVerifiedAnswer()),
            notes: [],
            chart: {
              title: '市占率',
              unit: '%',
              values: [
                { label: '亚马逊', value: 32 },
                { label: '微软', value: 19 },
              ],
            },
          }),
        sourcesOf: () => Promise.resolve([]),
        reports: () => Promise.resolve([aReport()]),
        sections: () => Promise.resolve([]),
        ledger,
      }),
    drawChart: ({ title }) => Promise.resolve(Buffer.from(`PNG of ${title}`)),
    inbox,
    preferences: createMemoryPreferences(),
    limits: { perUser: 10_000, perTeam: 100_000, allowedTeams: [] },
    log: (line) => process.stderr.write(`${line}\n`),
  },
  ownerName(randomUUID()),
);

await bot.start();
process.send?.('started');
