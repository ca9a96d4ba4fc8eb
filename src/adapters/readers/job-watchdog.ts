// A thread that watches over the process it runs in: the other one may be in the middle of something that never ends.
// Arguments: the id of the process that wants the work, and the megabytes that it may take.

/** Time between two looks, in milliseconds. */
const LOOK_MS = 50;

const [parent, memoryMb = Infinity] = process.argv.slice(2).map(Number);

setInterval(() => {
  // Whoever wanted the work is gone, or the work takes more memory than it may.
  if (process.ppid !== parent || process.memoryUsage.rss() > memoryMb * 1024 * 1024)
    process.kill(process.pid, 'SIGKILL');
}, LOOK_MS);
