import { ConfigurationError, UnreadableReportError } from '../../domain/errors.ts';
import { oneLine } from '../../text/white-space.ts';

/** What loaders are given besides their entry of `sources.yaml`. */
export interface OriginHelp {
  /** The value of an environment variable that an entry names. */
  secret(name: string): string;
  /** Also addresses of this machine and its network. */
  allowPrivate: boolean;
  /** What can be read: extensions with their dot, lower case. */
  extensions: readonly string[];
  /** Largest document, in bytes. */
  largest: number;
}

/**
 * Loads the code of a loader.
 * @param packages what it needs that not everybody has
 * @throws ConfigurationError that says the line which installs them
 */
export async function loadLoader<T>(load: () => Promise<T>, packages: readonly string[]): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
    if (!isMissing || packages.length === 0) throw cause;
    const line = `npm install ${packages.join(' ')}`;
    throw new ConfigurationError(`This loader needs a package that is not installed: \`${line}\` installs it.`, {
      cause,
    });
  }
}

/** What went wrong at a service, in one line, as what a document is refused for. */
export function serviceProblem(where: string, cause: unknown): UnreadableReportError {
  if (cause instanceof UnreadableReportError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnreadableReportError(
    `${where}: ${oneLine(reason).slice(0, 300)}. Check the entry in sources.yaml and the token.`,
    { cause },
  );
}
