const ZH_UNIT = /单位\s*[:：]\s*(?<unit>(?:人民币)?[^\s，,；;：:)）]{1,8})/u;
const EN_UNIT = /\b(?:(?:in|of)\s+)?(?:thousands|millions|billions)\b(?:\s+of\s+\w+)?/iu;

/** What the figures of a table are counted in, as a line above it or its first head says: `万元`, `in millions`. */
export function tableUnit(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    const unit = ZH_UNIT.exec(line)?.groups?.['unit'] ?? EN_UNIT.exec(line)?.[0];
    if (unit !== undefined) return unit;
  }
  return undefined;
}
