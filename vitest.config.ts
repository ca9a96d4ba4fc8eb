import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What starts processes, fills the memory or must find nothing remembered: each file has a process of its own. */
const APART = ['tests/journeys/**', 'tests/fuzz/**', 'tests/adapters/**', 'tests/outlets/**'];

// oxlint-disable-next-line import/no-default-export -- Vitest reads the default export
export default defineConfig({
  test: {
    // A hang, not a slow machine: the longest test takes half a minute on two quiet processors.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // By itself one processor is left out: of two that is half. This process waits, it computes nothing.
    maxWorkers: availableParallelism(),
    experimental: { viteModuleRunner: false, nodeLoader: false },
    reporters: ['default'],
    globalSetup: 'tests/support/has-dictionary.ts',
    setupFiles: 'tests/support/one-seed.ts',
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: APART.map((folder) => `${folder}/*.test.ts`) },
      },
      {
        extends: true,
        // These share a process, and so what it has loaded: a room's tests take as long to load as to run.
        test: { name: 'rooms', include: ['tests/**/*.test.ts'], exclude: APART, isolate: false },
      },
    ],
  },
});
