import type { Config } from '../config.ts';
import { readConfig, readNamedSecrets } from '../config.ts';
import { hideSecrets } from './terminal.ts';

/**
 * The settings, whose secrets are printed from then on by nobody.
 * @param over settings that win over `.env` and the environment
 * @throws ConfigurationError that lists every problem at once
 */
export function readSettings(over?: Record<string, string>): Config {
  const config = readConfig(over);
  hideSecrets(config.secrets);
  return config;
}

/**
 * Secrets that `sources.yaml` names; from then on nobody prints them, either.
 * @throws ConfigurationError that names those that are not set
 */
export function readSecrets(config: Config, names: readonly string[]): Record<string, string> {
  const secrets = readNamedSecrets(names);
  hideSecrets([...config.secrets, ...Object.values(secrets)]);
  return secrets;
}
