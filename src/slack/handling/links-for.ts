import type { Quote } from '../../domain/answer.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { SlackSteps } from '../steps.ts';

/** How views link quotes to their pages, for whoever will see the view; nothing where there are no pages. */
export function linksFor(
  { linkTo }: Pick<SlackSteps, 'linkTo'>,
  viewer: Viewer,
): { linkTo?: (quote: Quote) => string } {
  return linkTo ? { linkTo: (quote) => linkTo(quote, viewer) } : {};
}
