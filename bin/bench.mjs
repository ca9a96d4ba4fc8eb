#!/usr/bin/env node
// Compares Footnote with what people would pick instead: `npm run bench -- --sets FOLDER`. See docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const script = fileURLToPath(new URL('../bench/run-bench.ts', import.meta.url));
const run = spawnSync(findNode(), [...NODE_OPTIONS, script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
