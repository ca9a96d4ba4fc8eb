import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAccess } from '../../src/review/open-access.ts';
import { createSigner } from '../../src/review/signed-token.ts';
import { aKeptAnswer } from '../support/builders.ts';

const HOUR_MS = 60 * 60 * 1000;
const clock = { now: 0 };
const access = (editors: string[] = ['Ada'], secret = 's'.repeat(32)) => openAccess(createSigner(() => secret, () => clock.now), editors);
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
        const changed = [token.slice(0, at) + character + token.slice(at + 1), token.slice(0, at) + token.slice(at + 1), token.slice(0, at) + character + token.slice(at)];
        expect(changed.map((text) => access().openLink(text).outcome)).toEqual(['tampered', 'tampered', 'tampered']);
      }),
    );
    expect(access().openLink('').outcome).toBe('tampered');
  });

  it('is no way to sign in, a link to sign in is no session, and neither opens a page', () => {
    clock.now = 0;
    const [page, signIn, session] = [tokenOf(access().linkTo({ reportId: 'a', page: 1 })), tokenOf(access().signInLink('Ada')), access().startSession('Ada').cookie];
    expect([access().openSignIn(page).outcome, access().sessionOf(signIn), access().openLink(session).outcome, access().openSignIn(session).outcome]).toEqual(['tampered', undefined, 'tampered', 'tampered']);
  });
});

describe('an editor', () => {
  it('signs in with a link that opens for an hour, for as long as they are an editor', () => {
    clock.now = 0;
    const token = tokenOf(access().signInLink('Ada'));
    const { cookie } = access().startSession('Ada');
    expect([access().signInLink('Eve'), access().openSignIn(token), access(['Bob']).openSignIn(token).outcome, access().sessionOf(cookie)?.editor, access(['Bob']).sessionOf(cookie)]).toEqual([
      undefined, { outcome: 'valid', editor: 'Ada' }, 'tampered', 'Ada', undefined,
    ]);
    clock.now = HOUR_MS;
    expect(access().openSignIn(token).outcome).toBe('expired');
    clock.now = 7 * 24 * HOUR_MS;
    expect(access().sessionOf(cookie)).toBe(undefined);
  });
});
