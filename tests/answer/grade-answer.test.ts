import { describe, expect, it } from 'vitest';
import { EvalQuestion, gradeAnswer } from '../../src/answer/grade-answer.ts';
import { aDraft, aVerifiedAnswer } from '../support/builders.ts';

const answered = aVerifiedAnswer();
const refused = aVerifiedAnswer({ draft: aDraft('', { claims: [] }) });

describe('a grade', () => {
  const question = EvalQuestion.parse({
    id: 1,
    question: '亚马逊的市占率？',
    answers: [['32 %', '百分之三十二']],
    evidence: [{ quote: '第三季度，亚马逊市占率为32%' }],
  });

  it('is right when every fact stands in the answer, and cited when a quote overlaps the evidence', () => {
    expect(gradeAnswer(question, answered)).toEqual({ verdict: 'right', isCited: true, lacking: [] });
  });

  it('is wrong with the facts that are lacking, and not cited without evidence', () => {
    const other = EvalQuestion.parse({ id: 1, question: '？', answers: [['32%'], ['四家', '4家']] });
    expect(gradeAnswer(other, answered)).toEqual({ verdict: 'wrong', isCited: false, lacking: ['四家'] });
  });

  it('tells a refusal from a rightful one', () => {
    const unanswerable = EvalQuestion.parse({ id: 1, question: '？', answerable: false });
    expect(
      [gradeAnswer(question, refused), gradeAnswer(unanswerable, refused), gradeAnswer(unanswerable, answered)].map(
        ({ verdict }) => verdict,
      ),
    ).toEqual(['refused', 'rightly refused', 'should have refused']);
  });
});

describe('a row of an evaluation set', () => {
  it('is a question or a conversation', () => {
    expect(EvalQuestion.parse({ id: 'a', turns: ['一', '二'], answers_last: [['三']] })).toMatchObject({
      turns: ['一', '二'],
      answers: [['三']],
      answerable: true,
    });
    expect(EvalQuestion.safeParse({ id: 'a' }).success).toBe(false);
  });
});
