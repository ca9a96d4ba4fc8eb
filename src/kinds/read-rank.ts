import { words } from '../lexicon/lexicon.ts';
import { onlyAsks } from '../lexicon/question-words.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';

const ASKS = words('rank/asks');
/** What only says that an order is asked for. */
const SAYS = words('rank/says');

/** The words of what is ranked and by what, where a question asks for somebody's place in an order; else undefined. */
export function readRank(question: string): string[] | undefined {
  const text = question.normalize('NFKC');
  if (!ASKS.isIn(text)) return undefined;
  const asked = tagWords(withoutAsking(text))
    .filter((word) => contentOf(word) > 0 && !onlyAsks(word.text))
    .map((word) => word.text);
  return asked.length > 0 ? asked : undefined;
}

/** A form with a gap holds what is ranked. */
function withoutAsking(text: string): string {
  return SAYS.blank(holdsHan(text) ? ASKS.blank(text) : text);
}
