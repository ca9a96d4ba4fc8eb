// The real bot as one of several processes over a database: to be killed. It answers with the sentence that is nearest
// to the question among what may be seen where it was asked. Arguments: Web API, app token, bot token, address of the
// database, folder of its own.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createPostgresInbox } from '../../src/adapters/postgres/inbox.ts';
import { createPostgresLedger } from '../../src/adapters/postgres/ledger.ts';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import { openPostgres } from '../../src/adapters/postgres/open-postgres.ts';
import { createPostgresPreferences } from '../../src/adapters/postgres/preferences.ts';
import { ownerName } from '../../src/adapters/sqlite/work-owner.ts';
import type { Viewer } from '../../src/domain/audience.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { aDraft, aPassage, aVerifiedAnswer } from './builders.ts';
import { createHashingEmbedder } from './hashing-embedder.ts';

/** Longest that an answer takes beside the search, in milliseconds: many are killed in the middle of one. */
const ANSWER_MS = 300;

const [apiUrl = '', appToken = '', botToken = '', url = '', directory = ''] = process.argv.slice(2);
const log = (line: string) => void process.stderr.write(`${line}\n`);
const place = { db: await openPostgres(url, log), library: 'main' };
const embedder = createHashingEmbedder();
const library = createPostgresLibrary(place, { embedder, directory, say: log });

async function nearest(text: string, viewer: Viewer) {
  const [vector = new Float32Array()] = await embedder.embed([text]);
  const terms = tokenise(text).map(({ term }) => term);
  const found = await library.seenBy(viewer).search({ terms, vector, limit: 10 });
  const [best] = found.toSorted((a, b) => b.lexical - a.lexical);
  if (!best) throw new Error('nothing was found');
  return best;
}

const bot = createSlackApp(
  { mode: 'socket', appToken, auth: { kind: 'token', botToken }, apiUrl },
  {
    libraryOf: () =>
      Promise.resolve({
        async answerQuestion(question, viewer) {
          const { chunk, report } = await nearest(question.text, viewer);
          await delay(Math.random() * ANSWER_MS);
          return aVerifiedAnswer({ question, passages: [aPassage({ chunk, report })], draft: aDraft(chunk.text) });
        },
        summarize: () => Promise.resolve({ outcome: 'not_found', nearest: [] }),
        sourcesOf: () => Promise.resolve([]),
        reports: (viewer) => library.seenBy(viewer).reports(),
        sections: () => Promise.resolve([]),
        forgetPerson: () => Promise.resolve(0),
        ledger: createPostgresLedger(place, Date.now),
      }),
    inbox: createPostgresInbox(place),
    preferences: createPostgresPreferences(place),
    limits: { perUser: 100_000, perTeam: 1_000_000, allowedTeams: [] },
    log,
  },
  ownerName(randomUUID()),
);

await bot.start();
process.send?.('started');
