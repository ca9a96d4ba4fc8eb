import { HERE_OR_EVERYWHERE, holdsName } from '../text/names.ts';
import { namedIn } from './named-things.ts';
import type { Ask } from './split-question.ts';

/** Where names are looked for. */
export interface NameContext {
  /** The sentence, the one before it and the headings above. */
  near: string;
  /** The chunk with its headings and the report's title. */
  far: string;
}

/**
 * The names that a part of a question needs and that are not there. A name may stand anywhere in the chunk; of several side
 * by side, the one that this part is about must stand near.
 * @param isTranslated true for a word that can be found under another form than its own
 */
export function unmetNames({ text: asked, member = '', others }: Ask, { near, far }: NameContext, isTranslated: (name: string) => boolean): string[] {
  const place = HERE_OR_EVERYWHERE.find((forms) => forms.includes(member));
  if (place) return holdsName(near, place) ? [] : [member];
  const needed = namedIn(asked).filter(({ text: name }) => member.includes(name) || !others.some((other) => other.includes(name)));
  return needed.filter(({ text: name, forms }) => !holdsName(member.includes(name) ? near : far, forms) && !(forms.length === 1 && isTranslated(name))).map(({ text: name }) => name);
}
