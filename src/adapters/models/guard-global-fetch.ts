const guards = new Map<string, typeof fetch>();

/**
 * Sends what goes to a host through a `fetch` of ours also where a client takes none: Google's and Mistral's call the
 * global one.
 * @param url an address on the host
 */
export function guardGlobalFetch(url: string, guarded: typeof fetch): void {
  if (guards.size === 0) {
    const open = globalThis.fetch;
    globalThis.fetch = (input, init) => (guards.get(hostOf(input)) ?? open)(input, init);
  }
  guards.set(new URL(url).host, guarded);
}

function hostOf(input: string | URL | Request): string {
  const url = input instanceof Request ? input.url : String(input);
  return URL.canParse(url) ? new URL(url).host : '';
}
