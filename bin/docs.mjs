#!/usr/bin/env node
// Builds the documentation as a site of plain pages, without a network: `npm run docs [FOLDER]`, else in site/html.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const script = fileURLToPath(new URL('../site/run-build.ts', import.meta.url));
const run = spawnSync(findNode(), [...NODE_OPTIONS, script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(run.status ?? 1);
