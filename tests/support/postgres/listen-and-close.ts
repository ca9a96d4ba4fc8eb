// A process that listens to a database, closes it and ends by itself: node listen-and-close.ts URL
import { setTimeout as delay } from 'node:timers/promises';
import { connectPostgres } from '../../../src/adapters/postgres/database.ts';

/** Long enough for the connection that listens, in milliseconds. */
const LISTENS_MS = 1500;

const db = connectPostgres(process.argv[2] ?? '', () => undefined);
db.hear('anything', () => undefined);
await db.one('SELECT 1');
await delay(LISTENS_MS);
await db.close();
process.stdout.write('closed');
