import type { Installations } from '../../domain/ports.ts';
import { createSeal } from '../seal-installation.ts';
import { soundRow } from '../sound-rows.ts';
import { INSTALLATION_ROWS } from '../sqlite/installations.ts';
import type { LibraryPlace } from './open-postgres.ts';

/**
 * The workspaces that installed the app, with their encrypted tokens.
 * @param tokenKey a secret, at least 32 characters
 */
export function createPostgresInstallations({ db, library }: LibraryPlace, tokenKey: string): Installations {
  const { seal, unseal } = createSeal(tokenKey);
  return {
    async keep(installed) {
      await db.run(
        `INSERT INTO installations VALUES ($1, $2, $3)
         ON CONFLICT (library, team) DO UPDATE SET sealed = excluded.sealed`,
        [library, installed.team, seal(installed)],
      );
    },
    async find(team) {
      const row = await db.one('SELECT * FROM installations WHERE library = $1 AND team = $2', [library, team]);
      const kept = soundRow(db, INSTALLATION_ROWS, row);
      return kept && unseal(kept.sealed, team);
    },
    async remove(team) {
      await db.run('DELETE FROM installations WHERE library = $1 AND team = $2', [library, team]);
    },
  };
}
