import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccess } from '../../src/review/open-access.ts';
import { createSigner } from '../../src/review/signed-token.ts';
import { aKeptAnswer } from '../support/builders.ts';
import { createMemorySessions } from '../support/memory-sessions.ts';

const HOUR_MS = 60 * 60 * 1000;
const clock = { now: 0 };
const now = () => clock.now;
const sessions = createMemorySessions(now);
const access = (editors: string[] = ['Ada'], secret = 's'.repeat(32)) =>
  openAccess({ signer: createSigner(() => secret, now), editors, sessions, now });
const signedIn = async (token: string) => {
  const begun = await access().signIn(token);
  return begun.outcome === 'signed_in' ? begun.cookie : '';
};
const tokenOf = (path: string | undefined) => path?.split('/').at(-1) ?? '';

describe('a signed link', () => {
  it('opens its page until it expires, and with another secret never', () => {
    const quote = aKeptAnswer().claims[0]?.citations[0]?.quote;
    clock.now = 0;
    const token = tokenOf(quote && access().linkToQuote(quote));
    const [opened, elsewhere] = [access().openLink(token), access([], 'x'.repeat(32)).openLink(token)];
    clock.now = 30 * 24 * HOUR_MS;
    expect([opened, elsewhere, access().openLink(token)]).toEqual([
      { outcome: 'valid', page: { reportId: 'a1b2c3d4e5f6', page: 65, quote: quote?.span } },
      { outcome: 'tampered' },
      { outcome: 'expired' },
    ]);
  });

  it('does not open once any character of it is another one, is missing or is added', () => {
    clock.now = 0;
    const token = tokenOf(access().linkTo({ reportId: 'a1b2c3d4e5f6', page: 65, quote: { start: 1, end: 9 } }));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'ABCabc019-_.= '), (at, character) => {
        fc.pre(token[at] !== character);
        const changed = [
          token.slice(0, at) + character + token.slice(at + 1),
          token.slice(0, at) + token.slice(at + 1),
          token.slice(0, at) + character + token.slice(at),
        ];
        expect(changed.map((text) => access().openLink(text).outcome)).toEqual(['tampered', 'tampered', 'tampered']);
      }),
    );
    expect(access().openLink('').outcome).toBe('tampered');
  });

  it('is no way to sign in, a link to sign in is no session, and neither opens a page', async () => {
    clock.now = 0;
    const [page, signIn] = [tokenOf(access().linkTo({ reportId: 'a', page: 1 })), tokenOf(access().signInLink('Ada'))];
    const session = await signedIn(tokenOf(access().signInLink('Ada')));
    const sessionsOfTokens = [
      await access().sessionOf(signIn),
      await access().sessionOf(page),
      await access().sessionOf(''),
    ];
    expect([
      (await access().openSignIn(page)).outcome,
      sessionsOfTokens,
      access().openLink(session).outcome,
      (await access().openSignIn(session)).outcome,
    ]).toEqual(['tampered', [undefined, undefined, undefined], 'tampered', 'tampered']);
  });
});

describe('an editor', () => {
  it('signs in with a link that opens for an hour, for as long as they are an editor', async () => {
    clock.now = 0;
    const token = tokenOf(access().signInLink('Ada'));
    const cookie = await signedIn(tokenOf(access().signInLink('Ada')));
    const editorOf = async (editors?: string[]) => (await access(editors).sessionOf(cookie))?.editor;
    expect([
      access().signInLink('Eve'),
      await access().openSignIn(token),
      (await access(['Bob']).openSignIn(token)).outcome,
      await editorOf(),
      await editorOf(['Bob']),
    ]).toEqual([undefined, { outcome: 'valid', editor: 'Ada' }, 'tampered', 'Ada', undefined]);
    clock.now = HOUR_MS;
    expect((await access().openSignIn(token)).outcome).toBe('expired');
    clock.now = 7 * 24 * HOUR_MS;
    expect(await editorOf()).toBe(undefined);
  });

  it('signs in once with a link, on one browser even when two press at the same time', async () => {
    clock.now = 0;
    const token = tokenOf(access().signInLink('Ada'));
    const looked = [await access().openSignIn(token), await access().openSignIn(token)].map(({ outcome }) => outcome);
    const pressed = await Promise.all([access().signIn(token), access().signIn(token)]);
    expect([
      looked,
      pressed.map(({ outcome }) => outcome),
      (await access().openSignIn(token)).outcome,
      (await access().signIn(token)).outcome,
    ]).toEqual([['valid', 'valid'], ['signed_in', 'used'], 'used', 'used']);
  });

  it('is signed out for good: what the browser kept opens nothing, and other sessions go on', async () => {
    clock.now = 0;
    const [here, there] = [
      await signedIn(tokenOf(access().signInLink('Ada'))),
      await signedIn(tokenOf(access().signInLink('Ada'))),
    ];
    const session = await access().sessionOf(here);
    if (session) await access().signOut(session);
    expect([session?.editor, await access().sessionOf(here), (await access().sessionOf(there))?.editor]).toEqual([
      'Ada',
      undefined,
      'Ada',
    ]);
  });
});
