import type { StanceKind } from '../domain/statement.ts';
import { splitClauses } from '../text/clauses.ts';
import { tagWords } from '../text/tag-words.ts';
import { words } from './lexicon.ts';

/** Words that say how a sentence stands to a part of it. */
export interface Stance {
  kind: StanceKind;
  text: string;
  /** The part of the sentence that it bears on. */
  from: number;
  to: number;
}

/**
 * What a word bears on: the rest of its clause, of the sentence up to a `but`, all before it, all that one `that`
 * holds.
 */
type Reach = 'clause' | 'onwards' | 'before' | 'clauses';

const READINGS = (
  [
    ['planned', 'clause'],
    ['unsure', 'clause'],
    ['unsure', 'onwards'],
    ['conditional', 'onwards'],
    ['conditional', 'clauses'],
    ['asked', 'clause'],
    ['denied', 'onwards'],
    ['denied', 'clause'],
    ['denied', 'before'],
  ] as const satisfies [StanceKind, Reach][]
).map(([kind, reach]) => ({ kind, reach, marks: words(`stance/${kind}/${reach}`) }));
/** Turns from what is denied or supposed to what is so. */
const TURNS = words('turn');
/** A question, or a gap to be filled in. */
const ASKED = /[?？]["”’」）)]*\s*$|_{2,}/u;

/** How a single sentence stands to its parts. */
export function findStances(sentence: string): Stance[] {
  const clauses = splitClauses(sentence);
  const asked = ASKED.exec(sentence)?.[0];
  const whole: Stance[] = asked === undefined ? [] : [{ kind: 'asked', text: asked, from: 0, to: sentence.length }];
  return [
    ...READINGS.flatMap(({ kind, reach, marks }) =>
      marks.find(sentence).flatMap(({ text, start, end }): Stance[] => {
        if (takesObject(text, end, sentence)) return [];
        if (reach === 'clauses')
          return [{ kind, text, from: Math.max(0, sentence.lastIndexOf(' and that ', start)), to: sentence.length }];
        if (reach === 'before') return [{ kind, text, from: 0, to: start }];
        if (reach === 'onwards') return [{ kind, text, from: end, to: endOfTurn(sentence, end) }];
        const own = clauses.findIndex((clause) => start < clause.end);
        // `预计，…`: nothing of its own, it bears on what follows.
        const bears = (clauses[own]?.end ?? end) - end < 2 ? clauses[own + 1] : clauses[own];
        return [{ kind, text, from: start, to: bears?.end ?? sentence.length }];
      }),
    ),
    ...whole,
  ];
}

/** `将其产能提高`: before a thing 将 says to whom something is done, and not when. */
function takesObject(mark: string, end: number, sentence: string): boolean {
  if (mark !== '将') return false;
  const next = tagWords(sentence).find(({ start }) => start >= end);
  return next !== undefined && /^(?:n(?!r)|eng|x)/u.test(next.tag);
}

function endOfTurn(sentence: string, from: number): number {
  const turn = TURNS.first(sentence.slice(from));
  return turn ? from + turn.start : sentence.length;
}
