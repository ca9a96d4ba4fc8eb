#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, keepCode, NODE_OPTIONS } from './runtime.mjs';

const program = fileURLToPath(new URL('../src/commands/footnote.ts', import.meta.url));
let node;
try {
  node = findNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

keepCode();
if (node === process.execPath) {
  await import(new URL('../src/commands/footnote.ts', import.meta.url).href);
} else {
  const child = spawn(node, [...NODE_OPTIONS, program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
