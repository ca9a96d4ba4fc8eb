#!/usr/bin/env node
// Makes the package that is installed by itself: `npm run package [FOLDER]`. It holds what `npm pack` gives and the
// versions of all that it needs (`npm-shrinkwrap.json`), and names nothing that is only for development: npm would
// install models' runtimes of 500 MB with it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'footnote-package-'));
const stage = join(folder, 'package');

run('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
const [packed] = readdirSync(folder);
run('tar', ['xzf', packed], folder);
const { devDependencies, overrides, scripts, ...written } = readJson(join(stage, 'package.json'));
const versions = { ...devDependencies, ...written.dependencies };
const kept = { start: scripts.start, ask: scripts.ask };
writeJson('package.json', {
  ...written,
  files: [...written.files, 'npm-shrinkwrap.json'],
  scripts: kept,
  overrides: plain(overrides),
});
writeJson('npm-shrinkwrap.json', lockOf(readJson(join(ROOT, 'package-lock.json'))));
// What is left of the lock may lack a package that only what was left out had named.
run(
  'npm',
  ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
  stage,
);
run('npm', ['pack', '--silent', '--pack-destination', resolve(process.argv[2] ?? '.')], stage);
rmSync(folder, { recursive: true });

/** `$name` is the version of a dependency, which may be one of those left out. */
function plain(of) {
  if (typeof of === 'string') return of.startsWith('$') ? versions[of.slice(1)] : of;
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, plain(value)]));
}

function lockOf({ packages, ...lock }) {
  const { '': root, ...others } = packages;
  const needed = Object.entries(others).filter(([, { dev, devOptional }]) => !dev && !devOptional);
  return { ...lock, packages: { '': { ...root, devDependencies: undefined }, ...Object.fromEntries(needed) } };
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function writeJson(name, value) {
  writeFileSync(join(stage, name), `${JSON.stringify(value, undefined, 2)}\n`);
}

function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}
