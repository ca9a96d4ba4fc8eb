import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/domain/audience.ts';
import type { GivenAnswers } from '../../src/domain/given-answer.ts';
import { openAnswers } from '../../src/review/open-answers.ts';
import type { Passage, Quote, Source, VerifiedAnswer } from '../../src/domain/answer.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import { verifyAnswer } from '../../src/verify/verify-answer.ts';
import { aChunk, aPassage, aQuestion, aReport } from '../support/builders.ts';
import { createMemoryAnswers } from '../support/memory-answers.ts';
import { prove } from '../support/prove.ts';

const BOARD: Audience = { channels: ['CBOARD'], userGroups: [], people: [] };
const [FIRST, SECOND] = ['2020年第三季度，亚马逊市占率为32%。', '星野云的营收为88万元。'];

/** A passage of a report of its own. */
function aPassageOf(reportId: string, file: string, ref: string, text: string): Passage {
  return aPassage({ ref, report: aReport({ id: reportId, file }), chunk: aChunk({ reportId, text }) });
}

/** A sentence of each of two reports. */
function anAnswerOfBoth(): VerifiedAnswer {
  const claim = (text: string, passage: string) => ({ text, citations: [{ passage, quote: text }] });
  return verifyAnswer(
    aQuestion(),
    { composer: 'extractive', differing: true, claims: [claim(FIRST, 'P1'), claim(SECOND, 'P2')] },
    [aPassageOf('r1', 'cloud.pdf', 'P1', FIRST), aPassageOf('r2', 'plan.pdf', 'P2', SECOND)],
    prove,
  );
}

/** Given answers over a library that the test changes. */
function aShelf() {
  const store = createMemoryAnswers();
  const library = {
    everyone: [
      { id: 'r1', file: 'cloud.pdf' },
      { id: 'r2', file: 'plan.pdf' },
    ],
    hidden: [] as { id: string; file: string }[],
  };
  const answers = openAnswers({
    store,
    review: { answer: () => Promise.resolve(undefined) },
    reports: {
      everyone: () => Promise.resolve(library.everyone),
      all: () => Promise.resolve([...library.everyone, ...library.hidden]),
    },
    now: () => 0,
  });
  return { store, library, answers };
}

const aSource = (quote: Quote): Source => ({ quote, before: '上文。', after: '' });
const sourcesOf = (answer: VerifiedAnswer) =>
  claimsOf(answer).flatMap(({ quotes }) => quotes.map((quote) => aSource(quote)));

function give(answers: GivenAnswers, answer = anAnswerOfBoth(), door: 'web' | 'slack' = 'web'): Promise<string> {
  return answers.give({ answer, sources: sourcesOf(answer), door });
}

/** What is left of an answer: sentences, paragraphs, how many sentences are not shown, what became of its reports. */
async function leftOf(answers: GivenAnswers, id: string, as: 'everyone' | 'editor' = 'everyone') {
  const seen = await answers.find(id, as);
  return (
    seen && {
      claims: claimsOf(seen.answer).map(({ text }) => text),
      sources: seen.sources.map(({ before, quote }) => before + quote.text),
      hidden: seen.hidden,
      states: seen.states,
    }
  );
}

const WHOLE = { claims: [FIRST, SECOND], sources: [`上文。${FIRST}`, `上文。${SECOND}`], hidden: 0 };
const current = { kind: 'current' };

describe('an answer that was given', () => {
  it('is as it was, with its paragraphs, for as long as its reports are there', async () => {
    const { answers } = aShelf();
    const id = await give(answers);
    expect(await leftOf(answers, id)).toEqual({ ...WHOLE, states: { r1: current, r2: current } });
  });

  it('stays as it was when a report is replaced by a file of its name, and says by which', async () => {
    const { answers, library } = aShelf();
    const id = await give(answers);
    library.everyone = [
      { id: 'r1', file: 'cloud.pdf' },
      { id: 'r3', file: 'plan.pdf' },
    ];
    expect(await leftOf(answers, id)).toEqual({
      ...WHOLE,
      states: { r1: current, r2: { kind: 'replaced', by: 'r3' } },
    });
  });

  it('stays as it was when a report is removed that was for everyone', async () => {
    const { answers, library, store } = aShelf();
    const id = await give(answers);
    await store.noteRemoved('r2', 'everyone');
    library.everyone = [{ id: 'r1', file: 'cloud.pdf' }];
    expect(await leftOf(answers, id)).toEqual({ ...WHOLE, states: { r1: current, r2: { kind: 'removed' } } });
  });

  it.each([
    ['is hidden', (shelf: ReturnType<typeof aShelf>) => void shelf.library.hidden.push({ id: 'r2', file: 'plan.pdf' })],
    ['was hidden and then removed', ({ store }) => store.noteRemoved('r2', BOARD)],
    ['left nobody knows how', () => undefined],
    ['was replaced by one that is hidden', ({ library }) => void library.hidden.push({ id: 'r3', file: 'plan.pdf' })],
    [
      'was replaced by two of which one is hidden',
      ({ library }) => {
        library.everyone.push({ id: 'r3', file: 'plan.pdf' });
        library.hidden.push({ id: 'r4', file: 'plan.pdf' });
      },
    ],
  ] as [string, (shelf: ReturnType<typeof aShelf>) => unknown][])(
    'shows nothing of a report that %s, and all of it to an editor',
    async (_how, change) => {
      const shelf = aShelf();
      const id = await give(shelf.answers);
      shelf.library.everyone = [{ id: 'r1', file: 'cloud.pdf' }];
      await change(shelf);
      const seen = await shelf.answers.find(id, 'everyone');
      expect([
        await leftOf(shelf.answers, id),
        JSON.stringify(seen).includes('星野云'),
        seen?.answer.outcome === 'answered' && seen.answer.differing,
        (await leftOf(shelf.answers, id, 'editor'))?.claims,
      ]).toEqual([
        { claims: [FIRST], sources: [`上文。${FIRST}`], hidden: 1, states: { r1: current } },
        false,
        false,
        [FIRST, SECOND],
      ]);
    },
  );

  it('is like one that was never given where nothing of it may be seen', async () => {
    const { answers, library } = aShelf();
    const id = await give(answers);
    [library.hidden, library.everyone] = [library.everyone, []];
    expect([await answers.find(id, 'everyone'), await answers.find('unknown', 'everyone')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('in Slack is for editors: who reads there is not who opens a page', async () => {
    const { answers } = aShelf();
    const id = await give(answers, anAnswerOfBoth(), 'slack');
    expect([await answers.find(id, 'everyone'), (await leftOf(answers, id, 'editor'))?.claims]).toEqual([
      undefined,
      [FIRST, SECOND],
    ]);
  });

  it('that names what the reports hold is shown for as long as they are the same', async () => {
    const { answers, library } = aShelf();
    const nothing = verifyAnswer(
      aQuestion(),
      { composer: 'extractive', missing: ['火星'], held: ['2020 Q3'], claims: [] },
      [aPassageOf('r1', 'cloud.pdf', 'P1', FIRST)],
      prove,
    );
    const id = await give(answers, nothing);
    const heldNow = async () => {
      const seen = await answers.find(id, 'everyone');
      return seen?.answer.outcome === 'not_found' && [seen.answer.missing, seen.answer.held];
    };
    const before = await heldNow();
    library.everyone = [{ id: 'r1', file: 'cloud.pdf' }];
    expect([before, await heldNow()]).toEqual([
      [['火星'], ['2020 Q3']],
      [['火星'], []],
    ]);
  });

  it('is listed for whoever asked, until they forget it', async () => {
    const { answers } = aShelf();
    const answer = anAnswerOfBoth();
    const id = await answers.give({ answer, sources: [], door: 'web', by: 'ann' });
    const asked = await answers.askedBy('ann');
    await answers.forgetList('ann');
    expect([asked, await answers.askedBy('ann')]).toEqual([
      [{ answerId: id, question: answer.question.text, at: '1970-01-01T00:00:00.000Z' }],
      [],
    ]);
  });
});
