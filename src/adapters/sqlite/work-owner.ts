import { hostname } from 'node:os';

/** Name of this process as an owner: a machine, a process, and which of those that had its number. */
export function ownerName(nonce: string): string {
  return `${hostname()} ${process.pid} ${nonce}`;
}

/** True when the holder was a process of this machine that is no more; of other machines only the lease tells. */
export function isDead(holder: string, owner: string): boolean {
  const [host, pid] = holder.split(' ');
  const [ownHost, ownPid] = owner.split(' ');
  if (host !== ownHost) return false;
  if (pid === ownPid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
