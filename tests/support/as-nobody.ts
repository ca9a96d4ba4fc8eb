/** The user `nobody` of Linux. */
const NOBODY = 65_534;

/**
 * Does something as a user who may not write where the tests' user may: whoever runs as root has every right. Run
 * within a folder that was made read-only.
 */
export function asNobody<T>(act: () => T): T {
  const user = process.geteuid?.();
  if (user !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return act();
  } finally {
    process.seteuid?.(user);
  }
}
