import { describe, expect, it } from 'vitest';
import { joinLines } from '../../src/ingest/join-lines.ts';

const joined = (...lines: string[]) =>
  joinLines([{ lines: lines.map((text) => ({ text, endsParagraph: false })) }]).map(({ text }) => text);

describe('a hyphen at the end of a line', () => {
  it('goes where it only breaks a word', () => {
    expect(joined('The orchard uses pol-', 'lination boxes and trel-', 'lises.')).toEqual([
      'The orchard uses pollination boxes and trellises.',
    ]);
  });

  it('stays where the report writes the compound with it, or both halves as words', () => {
    expect(
      joined('A long-term lease is a lease for the long term. The long-', 'term lease and the lease-', 'term differ.'),
    ).toEqual(['A long-term lease is a lease for the long term. The long-term lease and the lease-term differ.']);
  });

  it('stays before a name or a number', () => {
    expect(joined('The Kessler-', 'Brandt line runs on the B-', '52 track.')).toEqual([
      'The Kessler-Brandt line runs on the B-52 track.',
    ]);
  });
});
