/** What says that one thing is because of another, in both languages. */
const CAUSES: readonly RegExp[] = [
  /因为|由于|导致|推动|带动|凭借|得益|受.{1,8}(?:影响|推动|拉动)/u,
  /\b(?:because|due to|caus\w+|driven|thanks to|led to|as a result|owing)\b/iu,
];

/** True when a text gives a cause. */
export function givesCause(text: string): boolean {
  return CAUSES.some((pattern) => pattern.test(text));
}
