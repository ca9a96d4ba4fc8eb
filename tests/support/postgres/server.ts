import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { fillOnce, runProcess } from '../prepared-once.ts';

/** Where Debian puts the programs of each version of the server. */
const DEBIAN = '/usr/lib/postgresql';
/** Longest wait for a new cluster, in milliseconds, and how often is looked. */
const PATIENCE_MS = 90_000;
const LOOK_MS = 50;
/** A user as Footnote needs one: may make databases for tests, and nothing else. */
const USER = 'footnote';
const PASSWORD = 'not a secret';

/** What to do where there is no server. */
export const NO_SERVER =
  'PostgreSQL is not tested here: there is no server (Debian and Ubuntu: apt install postgresql)';

/** The folder of the server's programs; undefined where there is no server. */
export function findServer(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  const found = folders.map((folder) => join(folder, 'initdb')).find((program) => existsSync(program));
  return found && dirname(realpathSync(found));
}

/** The address of a new database in the cluster of this run, which the first that needs it starts. */
export async function aDatabase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-test-'));
  await fillOnce(folder, 'postgres', startCluster);
  const url = readFileSync(join(folder, 'url'), 'utf8');
  rmSync(folder, { recursive: true });
  const name = `footnote_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${url}/${name}`;
}

async function startCluster(kept: string): Promise<void> {
  const programs = findServer();
  if (programs === undefined) throw new Error(NO_SERVER);
  const folder = mkdtempSync(join(tmpdir(), 'footnote-postgres-'));
  const port = await freePort();
  const script = [join(import.meta.dirname, 'keep-cluster.sh'), folder, String(port), programs, runProcess()];
  // The server refuses to run as root: Debian's has a user of its own.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const [program, ...rest] = [...(isRoot ? ['runuser', '-u', 'postgres', '--'] : []), 'sh', ...script];
  spawn(program ?? 'sh', rest, { detached: true, stdio: 'ignore', cwd: tmpdir() }).unref();
  await withinPatience(folder, () => makeUser(folder, port));
  writeFileSync(join(kept, 'url'), `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`);
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function withinPatience(folder: string, act: () => Promise<void>): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    try {
      await act();
      return;
    } catch (cause) {
      const log = join(folder, 'log');
      const said = existsSync(log) ? readFileSync(log, 'utf8') : 'nothing';
      if (waited > PATIENCE_MS) throw new Error(`PostgreSQL did not start; it said: ${said}`, { cause });
      await delay(LOOK_MS);
    }
  }
}

async function makeUser(folder: string, port: number): Promise<void> {
  const client = new pg.Client({ host: folder, port, user: 'postgres', database: 'postgres' });
  try {
    await client.connect();
    await client.query(`CREATE ROLE ${USER} LOGIN CREATEDB PASSWORD '${PASSWORD}'`);
  } finally {
    await client.end();
  }
}
