#!/usr/bin/env node
// Compares Footnote with what people would pick instead: `npm run bench -- --sets FOLDER`; how soon Slack's events are
// acknowledged: `npm run bench -- ack`. See docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const isAck = process.argv[2] === 'ack';
const script = fileURLToPath(new URL(isAck ? '../bench/ack-times.ts' : '../bench/run-bench.ts', import.meta.url));
const run = spawnSync(findNode(), [...NODE_OPTIONS, script, ...process.argv.slice(isAck ? 3 : 2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
