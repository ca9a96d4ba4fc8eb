import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
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
