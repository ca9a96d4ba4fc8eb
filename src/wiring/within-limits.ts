import { LimitError } from '../domain/errors.ts';
import type { Exceeded } from '../domain/limits.ts';
import { exceededBy, exceededByDraft, exceededByRequest } from '../domain/limits.ts';
import { limitText } from '../words/limit-words.ts';
import type { ReadingRoom } from './wire-footnote.ts';

/**
 * A room that takes no more at once than `LIMITS` allows, whatever the door that is asked through. A draft that is too
 * long is an outcome of its check; everything else is a LimitError.
 */
export function withinLimits(room: ReadingRoom): ReadingRoom {
  return {
    ...room,
    async retrieve(question, limit) {
      refuse(exceededBy(question));
      return room.retrieve(question, limit);
    },
    async search(question, limit, options) {
      refuse(exceededBy(question));
      return room.search(question, limit, options);
    },
    async extract(question) {
      refuse(exceededBy(question));
      return room.extract(question);
    },
    async answer(question, options) {
      refuse(exceededBy(question));
      return room.answer(question, options);
    },
    async check(draft, options) {
      refuse(exceededByDraft('', options?.reports));
      return room.check(draft, options);
    },
    async figures(request, options) {
      refuse(exceededBy({ text: request.text, earlier: [], ...(request.reports ? { reports: request.reports } : {}) }));
      return room.figures(request, options);
    },
    async summarize(request, options) {
      refuse(exceededByRequest(request));
      return room.summarize(request, options);
    },
  };
}

function refuse(over: Exceeded | undefined): void {
  if (over) throw new LimitError(over, limitText(over, 'en'));
}
