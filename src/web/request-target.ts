/**
 * A path below one slash, perhaps a query; printable ASCII. `//` would begin another host's address, `*` and `http:`
 * are for proxies.
 */
const TARGET = /^\/(?![/\\])[!-~]*$/u;
/** What no address of a page holds, not even written with percent signs. */
const CONTROL = /\p{Cc}|\\/u;

/**
 * Whether a request names something that pages could have: only such a target is made a URL of.
 * @param target as it stands in the first line of the request
 */
export function isPlainTarget(target: string): boolean {
  if (!TARGET.test(target) || target.includes('#')) return false;
  const [path = ''] = target.split('?', 1);
  const decoded = decodedOf(path);
  return decoded !== undefined && !CONTROL.test(decoded);
}

function decodedOf(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign with something else behind it, or bytes that are no UTF-8.
    return undefined;
  }
}
