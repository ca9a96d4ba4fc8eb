const NUMBER = /\d[\d,]*(?:\.\d+)?/u;

/** The first number that a text prints, as it stands there and by its value: `$1,250.5` prints `1,250.5`. */
export function printedNumber(text: string): { text: string; value: number } | undefined {
  const printed = NUMBER.exec(text)?.[0];
  return printed === undefined ? undefined : { text: printed, value: Number(printed.replaceAll(',', '')) };
}
