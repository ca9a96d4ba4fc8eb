import { parseConfig } from '../../src/config.ts';
import type { Claim } from '../../src/domain/answer.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { anIndexOfSample, SAMPLE_PDF } from './an-index-of-sample.ts';
import { claimsOf } from '../../src/domain/answer.ts';

/** The report in the index, and the question that was answered from it. */
export const ANSWERED = {
  pdf: SAMPLE_PDF,
  question: '2020年第三季度亚马逊云的市占率是多少？',
};

/** The folder, what works on it, what was answered, and the first citation of that. */
export interface AnsweredIndex {
  folder: string;
  footnote: Footnote;
  claims: Claim[];
  citationId: string;
}

/** An index with a report and a recorded answer, open; `Ada` may edit. */
export async function anAnsweredIndex(): Promise<AnsweredIndex> {
  const folder = await anIndexOfSample();
  const footnote = await wireFootnote(parseConfig({ INDEX_DIR: folder, EDITORS: 'Ada' }));
  const answer = await footnote.seenBy(OPERATOR).answer({ text: ANSWERED.question, earlier: [] });
  const claims = claimsOf(answer);
  const { id } = await footnote.review.recordAnswer({
    question: ANSWERED.question,
    claims,
    asker: 'U1',
    place: { kind: 'slack', channel: 'C1' },
  });
  return { folder, footnote, claims, citationId: `${id}.1` };
}
