#!/usr/bin/env node
// Runs the sample model: `npm run model:fake`. See docs/model.md.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const script = fileURLToPath(new URL('../tests/support/fake-model/run-fake-model.ts', import.meta.url));
const child = spawn(findNode(), [...NODE_OPTIONS, script], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
