import type { Audience } from '../../domain/audience.ts';
import { Audience as AudienceSchema, canonicalAudience } from '../../domain/audience.ts';
import { json } from '../sound-rows.ts';

/** An audience as a row has it. */
export const StoredAudience = json(AudienceSchema);

/** How everyone's audience is stored. */
export const EVERYONES = JSON.stringify('everyone');

/** An audience as it is stored: equal ones are equal texts. */
export function audienceText(audience: Audience): string {
  return JSON.stringify(canonicalAudience(audience));
}
