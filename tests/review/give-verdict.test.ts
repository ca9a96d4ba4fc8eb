import { describe, expect, it } from 'vitest';
import type { VerdictRequest } from '../../src/domain/review.ts';
import { openReview } from '../../src/review/open-review.ts';
import { aKeptAnswer } from '../support/builders.ts';
import { createMemoryReviewStore } from '../support/memory-review-store.ts';

async function aReview() {
  const store = createMemoryReviewStore();
  await store.keep(aKeptAnswer());
  const review = openReview({
    store,
    editors: ['ada', 'bob', 'U0EDITOR1', 'S0614TZR7', 'T1/U0EDITOR2'],
    now: () => 0,
    files: () => Promise.resolve(new Map()),
  });
  const give = (over: Partial<VerdictRequest> = {}) =>
    review.giveVerdict({ citationId: 'a1.1', verdict: 'verified', note: '', editor: 'ada', seen: 0, ...over });
  const written = async () =>
    (await store.log()).entries.map(({ editor, action, verdict, note }) => [editor, action, verdict, note]);
  return { review, give, written };
}

describe('a verdict', () => {
  it('is written down, becomes the status, and takes the citation out of the queue', async () => {
    const { review, give, written } = await aReview();
    const { outcome } = await give({ verdict: 'wrong_page', note: ' 应为第 64 页 ' });
    const item = await review.answerOf('a1.1');
    expect([
      outcome,
      item?.citation.status,
      item?.citation.verdict,
      (await review.queue(9)).map(({ citation }) => citation.id),
    ]).toEqual([
      'given',
      'wrong_page',
      { editor: 'ada', at: '1970-01-01T00:00:00.000Z', note: '应为第 64 页' },
      ['a1.2'],
    ]);
    expect(await written()).toEqual([['ada', 'verdict', 'wrong_page', '应为第 64 页']]);
  });

  it('is refused to somebody who is no editor, for an unknown citation, and to a name that is a group’s', async () => {
    const { give, written } = await aReview();
    const outcomes = [
      await give({ editor: 'eve' }),
      await give({ citationId: 'a1.7' }),
      await give({ citationId: 'nothing' }),
      await give({ editor: 'S0614TZR7' }),
    ];
    expect([outcomes.map(({ outcome }) => outcome), await written()]).toEqual([
      ['no_editor', 'unknown_citation', 'unknown_citation', 'no_editor'],
      [],
    ]);
  });

  it('is taken from a member of a user group of editors, and from nobody of another group', async () => {
    const { give } = await aReview();
    const [stranger, member] = [
      await give({ editor: 'U0MEMBER1', userGroups: ['S0000000X'] }),
      await give({ editor: 'U0MEMBER1', userGroups: ['S0614TZR7'] }),
    ];
    expect([stranger.outcome, member.outcome]).toEqual(['no_editor', 'given']);
  });

  it('is taken from an editor of a workspace there, and not from somebody of the same id elsewhere', async () => {
    const { give } = await aReview();
    const editor = 'U0EDITOR2';
    const outcomes = [
      await give({ editor }),
      await give({ editor, team: 'T2' }),
      await give({ editor, team: 'T1' }),
      await give({ editor: 'U0EDITOR1', team: 'T2', seen: 1 }),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['no_editor', 'no_editor', 'given', 'given']);
  });

  it('given twice by the same editor is written down once; another note is another entry', async () => {
    const { give, written } = await aReview();
    const outcomes = [
      await give(),
      await give(),
      await give({ seen: 1 }),
      await give({ seen: 1, note: 'looked again' }),
    ];
    expect([outcomes.map(({ outcome }) => outcome), await written()]).toEqual([
      ['given', 'already', 'already', 'given'],
      [
        ['ada', 'verdict', 'verified', ''],
        ['ada', 'verdict', 'verified', 'looked again'],
      ],
    ]);
  });

  it('of a second editor who has not seen the first is asked for again, and then both stay in the log', async () => {
    const { give, written } = await aReview();
    await give();
    const late = await give({ editor: 'bob', verdict: 'out_of_context' });
    const shown = late.outcome === 'changed_since' ? late.item.citation : undefined;
    const again = await give({ editor: 'bob', verdict: 'out_of_context', seen: shown?.entry ?? -1 });
    expect([late.outcome, shown?.status, shown?.verdict?.editor, again.outcome]).toEqual([
      'changed_since',
      'verified',
      'ada',
      'given',
    ]);
    expect(await written()).toEqual([
      ['ada', 'verdict', 'verified', ''],
      ['bob', 'verdict', 'out_of_context', ''],
    ]);
  });

  it('of two editors at the same moment: one is given, one is asked', async () => {
    const { give } = await aReview();
    const outcomes = await Promise.all([give(), give({ editor: 'bob', verdict: 'wrong_quote' })]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['changed_since', 'given']);
  });
});

describe('a report of a wrong citation', () => {
  it('puts the citation first in the queue until an editor has looked again', async () => {
    const { review, give } = await aReview();
    await give();
    const flagged = await review.flag({ id: 'a1.1', by: 'U0READER1', reason: '数字不对' });
    const [first] = await review.queue(9);
    const again = await give({ seen: first?.citation.entry ?? 0 });
    expect([flagged.outcome, first?.citation.id, first?.citation.status, first?.citation.flags, again.outcome]).toEqual(
      [
        'flagged',
        'a1.1',
        'verified',
        [{ by: 'U0READER1', reason: '数字不对', at: '1970-01-01T00:00:00.000Z' }],
        'given',
      ],
    );
    expect((await review.answerOf('a1.1'))?.citation.flags).toEqual([]);
  });

  it('of a whole answer is one of each of its citations; the same person’s second one changes nothing', async () => {
    const { review, written } = await aReview();
    const outcomes = [
      await review.flag({ id: 'a1', by: 'u', reason: '' }),
      await review.flag({ id: 'a1', by: 'u', reason: 'x' }),
      await review.flag({ id: 'a1.9', by: 'u', reason: '' }),
      await review.flag({ id: 'zz', by: 'u', reason: '' }),
    ];
    expect([outcomes.map(({ outcome }) => outcome), await written()]).toEqual([
      ['flagged', 'already', 'unknown', 'unknown'],
      [
        ['u', 'flagged', null, ''],
        ['u', 'flagged', null, ''],
      ],
    ]);
  });
});

describe('a posted answer', () => {
  it('is one on the web however often its page is loaded, and another one each time in Slack', async () => {
    const { review } = await aReview();
    const [claim] = aKeptAnswer().claims;
    const posted = {
      question: '?',
      claims: [{ text: claim?.text ?? '', quotes: claim?.citations.map(({ quote }) => quote) ?? [] }],
      asker: 'web',
    };
    const web = [
      await review.recordAnswer({ ...posted, place: { kind: 'web' } }),
      await review.recordAnswer({ ...posted, place: { kind: 'web' } }),
    ];
    const slack = [
      await review.recordAnswer({ ...posted, place: { kind: 'slack', channel: 'C1' } }),
      await review.recordAnswer({ ...posted, place: { kind: 'slack', channel: 'C1' } }),
    ];
    expect([
      new Set(web.map(({ id }) => id)).size,
      new Set(slack.map(({ id }) => id)).size,
      web[0]?.claims[0]?.citations.map(({ id, status }) => [id, status]),
    ]).toEqual([
      1,
      2,
      [
        [`${web[0]?.id}.1`, 'unverified'],
        [`${web[0]?.id}.2`, 'unverified'],
      ],
    ]);
  });

  it('remembers where it stands, and that its asker was told', async () => {
    const { review, give, written } = await aReview();
    await review.placed('a1', { kind: 'slack', channel: 'C1', message: '1700.5' });
    await give({ verdict: 'wrong_quote' });
    await review.askerTold('a1.1', 'footnote', 'U0ASKER01');
    const item = await review.answerOf('a1.1');
    expect([item?.answer.place, item?.citation.status, (await written())[1]]).toEqual([
      { kind: 'slack', channel: 'C1', message: '1700.5' },
      'wrong_quote',
      ['footnote', 'asker_told', null, 'U0ASKER01'],
    ]);
  });
});

describe('an answer', () => {
  it('is not kept under a place that is none', async () => {
    const { review } = await aReview();
    await expect(
      review.recordAnswer({ question: '?', claims: [], asker: 'U1', place: { kind: 'slack', channel: '' } }),
    ).rejects.toThrow('channel');
  });
});
