import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../src/commands/audience-options.ts';

describe('an audience on the command line', () => {
  it('is everyone, some, or not named at all', () => {
    const some = { channels: ['C1', 'T2/C2'], userGroups: ['S1'], people: [] };
    expect([
      audienceOf({ everyone: true }),
      audienceOf({ channel: ['C1', 'T2/C2'], group: ['S1'] }),
      audienceOf({}),
    ]).toEqual(['everyone', some, undefined]);
  });

  it('is refused in a sentence that says what to do when it is no id, or everyone and some', () => {
    expect(() => audienceOf({ channel: ['general'] })).toThrow(
      'One of these is no id as Slack writes it: general. Channels begin with C',
    );
    expect(() => audienceOf({ everyone: true, person: ['U1'] })).toThrow('Everyone, or some');
  });
});
