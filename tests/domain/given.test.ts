import { expect, it } from 'vitest';
import { given } from '../../src/domain/given.ts';

it('keeps the fields that have a value, empty and false ones too, and has no field without one', () => {
  expect(Object.entries(given({ a: 1, b: undefined, c: '', d: false, e: null }))).toEqual([
    ['a', 1],
    ['c', ''],
    ['d', false],
    ['e', null],
  ]);
});
