import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from '../../src/domain/version.ts';

it('the version that programs are told is that of the package', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(written).toMatchObject({ version: VERSION });
});
