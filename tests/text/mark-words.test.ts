import { expect, it } from 'vitest';
import { markWords } from '../../src/text/mark-words.ts';

const markedIn = (text: string, question: string) =>
  markWords(text, question)
    .map(({ text: stretch, isMarked }) => (isMarked ? `[${stretch}]` : stretch))
    .join('');

it('words of a question are marked in a text, whole and with their endings, and no words that only ask', () => {
  expect(markedIn('东港的货物吞吐量为1310万吨。', '东港去年的吞吐量是多少？')).toBe('[东港]的货物[吞吐量]为1310万吨。');
  expect(markedIn('Ports of the north: no airport.', 'Which port is in the north?')).toBe(
    '[Port]s of the [north]: no airport.',
  );
});
