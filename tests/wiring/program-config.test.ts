import { expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)];
const read = (API_TOKENS: string) => parseConfig({ API_TOKENS });

it('reads the tokens of programs with what each sees, and hides them', () => {
  const { programs, secrets } = read(`crm:${A}, board:${B}:T0456EFGH/C0123ABCD`);
  expect(programs).toEqual([
    { name: 'crm', token: A, sees: 'everyone' },
    { name: 'board', token: B, sees: { team: 'T0456EFGH', channel: 'C0123ABCD' } },
  ]);
  expect(secrets).toEqual([A, B]);
  expect(read(`ops:${A}:all`).programs).toEqual([{ name: 'ops', token: A, sees: 'all' }]);
  expect(parseConfig({}).programs).toEqual([]);
});

it.each([
  [`:${A}`, 'entry 1 must be NAME:TOKEN or NAME:TOKEN:SEES'],
  [`crm:${A} x:short`, 'entry 2 needs a token of at least 32 characters: openssl rand -base64 32'],
  [`crm:${A}:nobody`, 'entry 1 sees nothing that there is: say all, or a channel with its workspace'],
  [`crm:${A} crm:${B}`, 'two programs have the same name'],
  [`crm:${A} erp:${A}`, 'two programs have the same token'],
])('says what is wrong with them, and not what they are', (tokens, problem) => {
  expect(() => read(tokens)).toThrow(problem);
  expect(() => read(tokens)).not.toThrow(A);
});
