#!/usr/bin/env node
// Makes `dist/` of `src/`, for a package that others install: Node runs no TypeScript in `node_modules`. `npm pack`
// calls it.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const [source, target] = [join(project, 'src'), join(project, 'dist')];
/** What a process or thread is started from, which no import names. */
const ENTRY = /new URL\('([\w-]+)\.ts', import\.meta\.url\)/gu;

rmSync(target, { recursive: true, force: true });
const compiler = join(project, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: project,
  // What npm reads from standard output is for whoever packs.
  stdio: ['ignore', process.stderr, process.stderr],
});
if (status !== 0) process.exit(status ?? 1);
for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(join(target, path), 'utf8');
  const entered = code.replace(ENTRY, "new URL('$1.js', import.meta.url)");
  if (entered !== code) writeFileSync(join(target, path), entered);
}
// Style sheets, scripts of the pages, statements of SQL.
cpSync(source, target, { recursive: true, filter: (path) => !path.endsWith('.ts') });
