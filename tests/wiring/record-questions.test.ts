import { describe, expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/audience.ts';
import type { AskedQuestion } from '../../src/domain/feedback.ts';
import { doWork } from '../../src/watch/current-work.ts';
import { recordQuestions } from '../../src/wiring/record-questions.ts';
import type { Footnote, ReadingRoom } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { parseConfig } from '../../src/config.ts';
import { aReportOf } from '../support/answer-from.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const QUESTION = { text: '亚马逊云的市占率是多少？', earlier: [] };
const REPORT = aReportOf({ 概况: ['亚马逊云的市占率为32%。'] }, { file: 'cloud.txt', title: '云市场月报' });

/** A library whose questions are written down, and what was. */
async function recording(act: (room: ReadingRoom, footnote: Footnote) => Promise<unknown>) {
  const footnote = await wireFootnote(parseConfig({ INDEX_DIR: aTemporaryFolder() }));
  try {
    await footnote.library.add([REPORT]);
    const log: string[] = [];
    const recorded = recordQuestions(footnote, (line) => void log.push(line));
    await act(recorded.seenBy(OPERATOR), footnote);
    const asked = (await footnote.feedback.questions()).map(({ at: _at, ms: _ms, ...question }) => question);
    return { asked: asked.toReversed(), log };
  } finally {
    await footnote.close();
  }
}

describe('what is asked', () => {
  it('is written down with what became of it, where and by whom; of a draft no word', async () => {
    const { asked } = await recording(async (room) => {
      await doWork(
        { id: '1'.repeat(32), door: 'slack' },
        () => undefined,
        () => room.answer(QUESTION, { user: 'T1/U1', channel: 'T1/C1' }),
      );
      await room.answer({ text: 'HBM的价格涨了多少？', earlier: [] }, { user: 'web' });
      await room.check('亚马逊云的市占率为32%。', { user: 'web' });
      await room.summarize({ text: '概况' });
      await room.extract(QUESTION);
    });
    const whole: Omit<AskedQuestion, 'at' | 'ms'> = {
      question: QUESTION.text,
      by: 'T1/U1',
      door: 'slack',
      channel: 'T1/C1',
      task: 'answer',
      outcome: 'answered',
      missing: [],
    };
    const onWeb = { ...whole, by: 'web', door: 'web', channel: '' };
    expect(asked).toEqual([
      whole,
      { ...onWeb, question: 'HBM的价格涨了多少？', outcome: 'not_found', missing: ['HBM'] },
      { ...onWeb, question: '', task: 'check', outcome: 'checked' },
      { ...onWeb, question: '概况', by: 'nobody', task: 'summarize', outcome: 'summarised' },
    ]);
  });

  it('counts as failed when nobody waits for it any more, and not at all when nobody asked', async () => {
    const { asked } = await recording(async (room, footnote) => {
      const broken = { ...footnote, seenBy: () => ({ ...room, answer: () => Promise.reject(new Error('stopped')) }) };
      const recorded = recordQuestions(broken, () => undefined).seenBy(OPERATOR);
      await expect(recorded.answer(QUESTION)).rejects.toThrow('stopped');
      await room.answer(QUESTION, { isUnasked: true });
    });
    expect(asked.map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  it('is answered all the same when it cannot be written down, which the log says', async () => {
    const log: string[] = [];
    await recording(async (_room, footnote) => {
      const full = { ...footnote.feedback, keepQuestion: () => Promise.reject(new Error('the disk is full')) };
      const room = recordQuestions({ ...footnote, feedback: full }, (line) => void log.push(line)).seenBy(OPERATOR);
      expect((await room.answer(QUESTION)).outcome).toBe('answered');
    });
    expect(log).toEqual(['A question could not be counted: Error: the disk is full']);
  });
});
