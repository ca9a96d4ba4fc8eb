import { words } from './lexicon.ts';
import { holdsWord } from '../text/holds-letters.ts';

/** What small talk is about: no report answers it. */
export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'help';

/** The more it wants, the sooner it counts: `hi, what can you do?` wants to know what can be done. */
const KINDS = ['help', 'farewell', 'thanks', 'greeting'] as const satisfies SmallTalk[];
const ANY = words('small talk');

/**
 * What a text says when it is small talk and nothing else: greetings, thanks and their like with what may stand around
 * them, marks and pictures aside. Undefined when any other word is in it.
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  if (holdsWord(ANY.blank(plain))) return undefined;
  const said = new Set(ANY.find(plain).map((form) => form.class));
  // `Haha`, `嗯嗯`: a word in return will do.
  return KINDS.find((kind) => said.has(`small talk/${kind}`)) ?? (said.size > 0 ? 'greeting' : undefined);
}
