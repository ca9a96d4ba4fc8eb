// A process that takes and finishes everything that waits in the inbox, and tells the texts.
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { ownerName } from '../../src/adapters/sqlite/work-owner.ts';

const inbox = openSqliteInbox(process.argv[2] ?? '', Date.now);
const owner = ownerName('child');
const texts: string[] = [];
for (let items = await inbox.take(owner, 3); items.length > 0; items = await inbox.take(owner, 3)) {
  for (const { id, work } of items) {
    texts.push(work.text);
    await inbox.finish(owner, id, 'done');
  }
}
inbox.close();
process.send?.(texts);
