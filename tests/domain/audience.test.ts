import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience, Viewer } from '../../src/domain/audience.ts';
import {
  Audience as AudienceSchema,
  canonicalAudience,
  EVERYONE_ONLY,
  idsIn,
  maySee,
  OPERATOR,
} from '../../src/domain/audience.ts';

/** A report for some; what is not named is empty. */
function forSome(over: Partial<Exclude<Audience, 'everyone'>>): Audience {
  return { channels: [], userGroups: [], people: [], ...over };
}

/** Somebody of workspace T1 without groups and channels. */
function aPerson(over: Partial<Extract<Viewer, { kind: 'person' }>> = {}): Viewer {
  return { kind: 'person', team: 'T1', user: 'U1', userGroups: [], ...over };
}

const ids = (letter: string) =>
  fc.array(
    fc.constantFrom(
      ...['1', '2', '3'].flatMap((number) => [`${letter}${number}`, `T1/${letter}${number}`, `T2/${letter}${number}`]),
    ),
    { maxLength: 4 },
  );
const someAudience = fc.record({ channels: ids('C'), userGroups: ids('S'), people: ids('U') });
const anAudience: fc.Arbitrary<Audience> = fc.oneof(fc.constant('everyone' as const), someAudience);
const team = fc.constantFrom('T1', 'T2', 'T3');
const anId = (letter: string) => fc.constantFrom('1', '2', '3', '4').map((number) => `${letter}${number}`);
const aViewer: fc.Arbitrary<Viewer> = fc.oneof(
  fc.constant(EVERYONE_ONLY),
  fc.constant(OPERATOR),
  fc.record({ kind: fc.constant('channel' as const), team, channel: anId('C') }),
  fc.record({
    kind: fc.constant('person' as const),
    team,
    user: anId('U'),
    userGroups: fc.array(anId('S')),
    channels: fc.array(anId('C')),
  }),
);

describe('ids in a workspace', () => {
  it('are those alone and its own, without it', () => {
    expect(idsIn('T1', ['U1', 'T1/U2', 'T2/U3', 'T11/U4'])).toEqual(['U1', 'U2']);
  });
});

describe('a report for everyone', () => {
  it('is seen by everyone', () => {
    fc.assert(
      fc.property(aViewer, (viewer) => {
        expect(maySee('everyone', viewer)).toBe(true);
      }),
    );
  });
});

describe('a report for some', () => {
  it('is never seen on a web page, by a guest or in a channel with outsiders, and always by the operator', () => {
    fc.assert(
      fc.property(someAudience, (audience) => {
        expect([maySee(audience, EVERYONE_ONLY), maySee(audience, OPERATOR)]).toEqual([false, true]);
      }),
    );
  });

  it('is seen in a channel that is named, and in no other', () => {
    const inChannel = (channel: string) =>
      maySee(forSome({ channels: ['C1'] }), { kind: 'channel', team: 'T1', channel });
    expect([inChannel('C1'), inChannel('C2')]).toEqual([true, false]);
  });

  it('is not seen in a channel because of who asks there', () => {
    const noChannels = fc.tuple(ids('S'), ids('U')).map(([userGroups, people]) => forSome({ userGroups, people }));
    fc.assert(
      fc.property(noChannels, anId('C'), team, (audience, channel, of) => {
        expect(maySee(audience, { kind: 'channel', team: of, channel })).toBe(false);
      }),
    );
  });

  it.each<[string, Audience, Viewer, boolean]>([
    ['the person', forSome({ people: ['U1'] }), aPerson(), true],
    ['another person', forSome({ people: ['U1'] }), aPerson({ user: 'U2' }), false],
    ['a member of the group', forSome({ userGroups: ['S1'] }), aPerson({ userGroups: ['S2', 'S1'] }), true],
    ['a member of another group', forSome({ userGroups: ['S1'] }), aPerson({ userGroups: ['S2'] }), false],
    ['a member of the channel', forSome({ channels: ['C1'] }), aPerson({ channels: ['C1'] }), true],
    ['a person whose channels are unknown', forSome({ channels: ['C1'] }), aPerson(), false],
    ['the person of the named workspace', forSome({ people: ['T1/U1'] }), aPerson(), true],
    ['the person of another workspace', forSome({ people: ['T2/U1'] }), aPerson(), false],
  ])('is or is not seen alone by %s', (_, audience, viewer, expected) => {
    expect(maySee(audience, viewer)).toBe(expected);
  });

  it('is hidden from nobody by adding to its audience', () => {
    const both = (a: string[], b: string[]) => [...a, ...b];
    fc.assert(
      fc.property(someAudience, someAudience, aViewer, (audience, more, viewer) => {
        const wider = {
          channels: both(audience.channels, more.channels),
          userGroups: both(audience.userGroups, more.userGroups),
          people: both(audience.people, more.people),
        };
        expect(maySee(audience, viewer) && !maySee(wider, viewer)).toBe(false);
      }),
    );
  });

  it('is seen by the same whatever the order and however often its audience is named', () => {
    fc.assert(
      fc.property(anAudience, aViewer, (audience, viewer) => {
        const canonical = canonicalAudience(audience);
        const turned =
          audience === 'everyone'
            ? audience
            : { ...audience, channels: [...audience.channels, ...audience.channels].toReversed() };
        expect(maySee(canonical, viewer)).toBe(maySee(audience, viewer));
        expect(canonicalAudience(turned)).toEqual(canonical);
      }),
    );
  });
});

describe('an id of an audience', () => {
  it.each(['C0123ABCD', 'G1', 'T0456EFGH/C0123ABCD', 'E1/C2'])('may be %s', (id) => {
    expect(AudienceSchema.parse({ channels: [id] })).toEqual({ channels: [id], userGroups: [], people: [] });
  });

  it.each(['', '#general', 'U0123ABCD', 'c0123abcd', 'T1/'])('may not be %j for a channel', (id) => {
    expect(AudienceSchema.safeParse({ channels: [id] }).success).toBe(false);
  });
});
