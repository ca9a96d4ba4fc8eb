// A process that takes one piece of work from the inbox and never finishes it.
import { openSqliteInbox } from '../../src/adapters/sqlite/inbox.ts';
import { ownerName } from '../../src/adapters/sqlite/work-owner.ts';

const inbox = openSqliteInbox(process.argv[2] ?? '', () => 0);
const items = await inbox.take(ownerName('child'), 1);
process.send?.(items.length);
setInterval(() => undefined, 1000);
