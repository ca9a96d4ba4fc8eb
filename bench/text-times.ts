// Which texts take the program longest, of those that are made to: `npm run bench -- texts [--runs N]`. In this process
// and without a model; milliseconds of processor time, and the memory in the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfig } from '../src/config.ts';
import { OPERATOR } from '../src/domain/audience.ts';
import { wireFootnote } from '../src/wiring/wire-footnote.ts';
import { seeded } from '../tests/support/fuzz-runs.ts';
import { aThrow, knownThrows, SAMPLES, throwAt } from '../tests/support/thrown-texts.ts';

/** Texts that are shown. */
const SHOWN = 20;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '500' } } });
const folder = mkdtempSync(join(tmpdir(), 'footnote-texts-'));
const footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder }));
await footnote.ingest(SAMPLES);
const room = footnote.seenBy(OPERATOR);
await room.answer({ text: '亚马逊云的市占率是多少？', earlier: [] });

const random = seeded(14);
const thrown = [...knownThrows(), ...Array.from({ length: Number(values.runs) }, (_, at) => aThrow(at, random))];
const times: { ms: number; what: string }[] = [];
for (const each of thrown) {
  const before = process.cpuUsage();
  const outcome = await throwAt(room, each);
  const { user, system } = process.cpuUsage(before);
  times.push({ ms: (user + system) / 1000, what: `${each.door}, ${each.kind}: ${outcome}` });
}
await footnote.close();
rmSync(folder, { recursive: true, force: true });

for (const { ms, what } of times.toSorted((a, b) => b.ms - a.ms).slice(0, SHOWN))
  console.log(`${Math.round(ms).toString().padStart(7)} ms  ${what}`);
console.log(`${Math.round(process.memoryUsage().heapUsed / 1e6)} MB of heap after ${times.length} texts`);
