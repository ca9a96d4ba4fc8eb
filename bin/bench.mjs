#!/usr/bin/env node
// Compares Footnote with what people would pick instead: `npm run bench -- --sets FOLDER`; how soon Slack's events are
// acknowledged: `npm run bench -- ack`; how long people wait when many ask at once: `npm run bench -- load`; which
// texts take longest: `npm run bench -- texts`; how fast pages go in: `npm run bench -- reading`; what the vector graph
// finds of what is nearest: `npm run bench -- recall`; how all grows with the library: `npm run bench:scale`; how soon
// commands are done: `npm run bench -- start`; whether the package works in a project: `npm run bench -- package`;
// installed by itself, as nobody: `npm run bench -- install`. See docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, NODE_OPTIONS } from './runtime.mjs';

const SCRIPTS = {
  ack: 'ack-times.ts',
  load: 'load-times.ts',
  install: 'package-install.ts',
  package: 'packed.ts',
  reading: 'reading-times.ts',
  recall: 'graph-recall.ts',
  scale: 'scale.ts',
  start: 'start-times.ts',
  texts: 'text-times.ts',
};
const [first, ...rest] = process.argv.slice(2);
const named = SCRIPTS[first];
const script = fileURLToPath(new URL(`../bench/${named ?? 'run-bench.ts'}`, import.meta.url));
const run = spawnSync(findNode(), [...NODE_OPTIONS, script, ...(named ? rest : process.argv.slice(2))], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
