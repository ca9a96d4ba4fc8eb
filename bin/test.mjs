#!/usr/bin/env node
// Runs the tests on a Node that runs TypeScript, and passes arguments on: `npm test -- tests/text`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, keepCode } from './runtime.mjs';

keepCode();
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const result = join(mkdtempSync(join(tmpdir(), 'footnote-tests-')), 'result.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`];
const run = spawnSync(findNode(), [vitest, 'run', ...reporters, ...process.argv.slice(2)], { stdio: 'inherit' });
if (existsSync(result)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(result, 'utf8'));
  console.log(
    `${numPassedTests} passed, ${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`,
  );
}
process.exit(run.status ?? 1);
