// A process that has no file left to open, and opens a store: node open-with-few-files.ts FOLDER. Run under `ulimit
// -n`.
import { openSync } from 'node:fs';
import { openSqliteLedger } from '../../src/adapters/sqlite/ledger.ts';

function openAll(): void {
  try {
    for (;;) openSync('/dev/null', 'r');
  } catch {
    // That was the last one.
  }
}

openAll();
try {
  openSqliteLedger(process.argv[2] ?? '', Date.now, console.log);
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
