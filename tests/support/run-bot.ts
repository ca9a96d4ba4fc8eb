// The real bot as a process of its own, with an inbox on disk and made-up answers: to be killed. Arguments: Web API, app token, bot token, folder.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openSqliteInbox, ownerName } from '../../src/adapters/sqlite-inbox.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import { aVerifiedAnswer } from './builders.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createMemoryPreferences } from './memory-preferences.ts';

/** How long an answer takes, in milliseconds. */
const ANSWER_MS = 15;

const [apiUrl = '', appToken = '', botToken = '', folder = ''] = process.argv.slice(2);
const ledger = createMemoryLedger();
const bot = createSlackApp(
  { mode: 'socket', appToken, auth: { kind: 'token', botToken }, apiUrl },
  {
    libraryOf: () =>
      Promise.resolve({
        async answerQuestion(question) {
          await delay(ANSWER_MS);
          return aVerifiedAnswer({ question });
        },
        sourcesOf: () => Promise.resolve([]),
        reports: () => Promise.resolve([]),
        sections: () => Promise.resolve([]),
        ledger,
      }),
    inbox: openSqliteInbox(folder, Date.now),
    preferences: createMemoryPreferences(),
    limits: { perUser: 10_000, perTeam: 100_000, allowedTeams: [] },
    log: (line) => process.stderr.write(`${line}\n`),
  },
  ownerName(randomUUID()),
);
await bot.start();
process.send?.('started');
