#!/usr/bin/env node
// Fits what decides on open sets, and prints what it is worth on reports that were left out: `npm run fit -- answers`;
// `npm run fit -- --check` fits everything in weights/ again and ends with 1 where anything else comes out; `npm run
// fit -- report` prints what gets past the proof, as written and off-list.
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
const USAGE =
  'npm run fit -- NAME [--root FOLDER] [--out FOLDER], or npm run fit -- --check [NAME …] [--root FOLDER], which ' +
  'fits again what is in weights/ and ends with 1 where other weights come out; NAME is one of: ' +
  Object.keys(SCRIPTS).join(', ');
/** What fits every file in weights/ again. */
const ALL = ['passages', 'comparison', 'checks', 'sections', 'points', 'answers'];

const [first, ...rest] = process.argv.slice(2);
if (first === '--check') {
  const from = rest.findIndex((word) => word.startsWith('--'));
  const names = rest.slice(0, from < 0 ? rest.length : from);
  const options = from < 0 ? [] : rest.slice(from);
  const failed = (names.length > 0 ? names : ALL).filter((name) => fit(name, [...options, '--check']) !== 0);
  console.log(failed.length === 0 ? 'All weights come out as they are kept.' : `Not as kept: ${failed.join(', ')}`);
  process.exit(failed.length === 0 ? 0 : 1);
}
process.exit(fit(first, rest));

/** Runs the program that fits some weights; its exit status. */
function fit(name, options) {
  const script = SCRIPTS[name];
  if (!script) {
    console.error(USAGE);
    return 2;
  }
  // Which of several that one program fits.
  const env = { ...process.env, FIT: name };
  const path = fileURLToPath(new URL(`../bench/fit/${script}`, import.meta.url));
  return spawnSync(findNode(), [...NODE_OPTIONS, path, ...options], { stdio: 'inherit', env }).status ?? 1;
}
