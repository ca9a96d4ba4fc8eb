// A process that asks, flags or gives verdicts without an end, to be killed: node ask-and-review.ts FOLDER
// ask|flag|verdict
import { parseConfig } from '../../src/config.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const [folder = '', what = ''] = process.argv.slice(2);
const { seenBy, review } = await wireFootnote(parseConfig({ INDEX_DIR: folder, EDITORS: 'Ada' }));
const question = '2020年第三季度亚马逊云的市占率是多少？';
const answer = await seenBy(OPERATOR).answer({ text: question, earlier: [] });
const claims = claimsOf(answer);
const record = () => review.recordAnswer({ question, claims, asker: 'U1', place: { kind: 'slack', channel: 'C1' } });
const { id } = await record();
process.send?.('started');
for (let at = 0; ; at++) {
  if (what === 'ask') await record();
  if (what === 'flag') await review.flag({ id: `${id}.1`, by: `U${process.pid} ${at}`, reason: 'old' });
  if (what === 'verdict') {
    const item = await review.answerOf(`${id}.1`);
    await review.giveVerdict({
      citationId: `${id}.1`,
      verdict: at % 2 === 0 ? 'verified' : 'wrong_page',
      note: String(at),
      editor: 'Ada',
      seen: item?.citation.entry ?? 0,
    });
  }
}
