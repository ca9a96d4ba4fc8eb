const FIRST_LETTERS = 3;

/** The English names of the months, January first. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month)),
);

/** The number of a month by its name, or by three or four letters of it with or without a stop; 0 for anything else. */
export function monthNumber(name: string): number {
  const letters = name.replace('.', '').toLowerCase();
  const isShort = letters.length === FIRST_LETTERS || letters === 'sept';
  return (
    MONTHS.findIndex((month) => {
      const whole = month.toLowerCase();
      return letters === whole || (isShort && whole.startsWith(letters));
    }) + 1
  );
}
