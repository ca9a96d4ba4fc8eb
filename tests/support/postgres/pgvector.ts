import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { PostgresDatabase } from '../../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../../src/adapters/postgres/database.ts';
import { migrateSchema } from '../../../src/adapters/postgres/migrate-schema.ts';

/** A database of a server with pgvector. */
export interface PgvectorDatabase {
  db: PostgresDatabase;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL with pgvector in this process, as WebAssembly, with the tables of this program; the extension is
 * there for whoever creates it. All clients of such a server are one session: there is one connection, and none that
 * listens.
 */
export async function aDatabaseWithPgvector(): Promise<PgvectorDatabase> {
  const server = await PGlite.create({ extensions: { vector } });
  const socket = new PGLiteSocketServer({ db: server, port: 0, host: '127.0.0.1' });
  await socket.start();
  const url = `postgres://postgres@${socket.getServerConn()}/template1`;
  const db = connectPostgres(url, () => undefined, 1);
  await migrateSchema(db);
  return {
    db: { ...db, hear: () => () => undefined },
    async close() {
      await db.close();
      await socket.stop();
      await server.close();
    },
  };
}
