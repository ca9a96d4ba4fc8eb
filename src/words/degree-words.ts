import type { Claim } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';

const DEGREES: Record<Language, Record<NonNullable<Claim['degree']>, string>> = {
  zh: { computed: '＝由引文中的数字算出' },
  en: { computed: '= computed from the figures quoted' },
};

/** How a sentence is proved, behind its citations; undefined where there is nothing to tell. */
export function degreeText({ degree }: Pick<Claim, 'degree'>, language: Language): string | undefined {
  return degree && DEGREES[language][degree];
}
