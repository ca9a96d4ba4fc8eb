#!/usr/bin/env node
// Runs the tests that generate what they throw at the program, at full length: `npm run fuzz`, `npm run fuzz --
// tests/fuzz/requests.test.ts`.
// `npm test` runs the same tests in their short form.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, keepCode } from './runtime.mjs';

keepCode();
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const named = process.argv.slice(2);
const run = spawnSync(
  findNode(),
  [
    vitest,
    'run',
    '--testTimeout=14400000',
    ...(named.length > 0
      ? named
      : [
          'tests/fuzz',
          'tests/journeys/killed',
          'tests/journeys/hidden-reports',
          'views.test.ts',
          'tests/model/lies.test.ts',
          'tests/outlets',
          'tests/layout/reading-order.test.ts',
        ]),
  ],
  { stdio: 'inherit', env: { ...process.env, FUZZ: 'long' } },
);
process.exit(run.status ?? 1);
