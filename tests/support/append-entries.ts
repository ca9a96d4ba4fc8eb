// A process of its own that writes into the log: node append-entries.ts FOLDER COUNT
import { openSqliteReviewStore } from '../../src/adapters/sqlite/review-store.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const store = openSqliteReviewStore(folder, { now: Date.now, seal: sealEntry, firstHash: FIRST_HASH });
for (let i = 0; i < Number(count); i++) {
  await store.append([
    { entry: { editor: String(process.pid), action: 'flagged', answerId: 'a1', citationId: 'a1.1', note: String(i) } },
  ]);
}
store.close();
