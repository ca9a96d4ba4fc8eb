#!/usr/bin/env node
// Fits what decides on open sets, and prints what it is worth on reports that were left out: `npm run fit -- answers
// --root FOLDER`; `npm run fit -- report` prints what gets past the proof, as written and off-list.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const SCRIPTS = {
  checks: 'fit-checks.ts',
  comparison: 'fit-comparison.ts',
  judged: 'judged.ts',
  passages: 'fit-passages.ts',
  answers: 'fit-answers.ts',
  statements: 'fit-answers.ts',
  confidence: 'fit-answers.ts',
  recognition: 'recognition.ts',
  sections: 'fit-sections.ts',
  points: 'fit-points.ts',
  report: 'report.ts',
};
const [name, ...rest] = process.argv.slice(2);
const script = SCRIPTS[name];
if (!script) {
  console.error(`npm run fit -- NAME --root FOLDER [--out FOLDER]; NAME is one of: ${Object.keys(SCRIPTS).join(', ')}`);
  process.exit(2);
}
// Which of several that one program fits.
const env = { ...process.env, FIT: name };
const path = fileURLToPath(new URL(`../bench/fit/${script}`, import.meta.url));
process.exit(spawnSync(findNode(), [...NODE_OPTIONS, path, ...rest], { stdio: 'inherit', env }).status ?? 1);
