#!/usr/bin/env node
// Starts the command line on a Node that runs TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findNode, keepCode, NODE_OPTIONS } from './runtime.mjs';

// A package that was installed has the program as JavaScript.
const written = new URL('../src/commands/footnote.ts', import.meta.url);
const entry = existsSync(written) ? written : new URL('../dist/commands/footnote.js', import.meta.url);
const program = fileURLToPath(entry);
let node;
try {
  node = findNode();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

keepCode();
if (node === process.execPath) {
  await import(entry.href);
} else {
  const child = spawn(node, [...NODE_OPTIONS, program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
