#!/usr/bin/env node
// Runs the fake Slack with its page: `npm run slack:fake`. See docs/try-without-slack.md.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const script = fileURLToPath(new URL('../tests/support/fake-slack/run-fake-slack.ts', import.meta.url));
const child = spawn(findNode(), [...NODE_OPTIONS, script], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
