/** A confidence with whether it was deserved. */
export interface Judged {
  confidence: number;
  isRight: boolean;
}

/** How often a right answer has more confidence than a wrong one, .5 by chance; NaN without answers of both kinds. */
export function areaUnderCurve(judged: readonly Judged[]): number {
  const right = judged.filter(({ isRight }) => isRight);
  const wrong = judged.filter(({ isRight }) => !isRight);
  const won = right.reduce(
    (sum, { confidence }) =>
      sum +
      wrong.filter((other) => other.confidence < confidence).length +
      wrong.filter((other) => other.confidence === confidence).length / 2,
    0,
  );
  return won / (right.length * wrong.length);
}

const GROUPS = 10;

/**
 * Expected calibration error: how far the mean confidence of ten equal groups lies from their share of right answers,
 * on average.
 */
export function calibrationError(judged: readonly Judged[]): number {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence);
  const size = sorted.length / GROUPS;
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    sorted.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
  return groups.reduce((sum, group) => {
    const confidence = group.reduce((total, one) => total + one.confidence, 0);
    const right = group.filter(({ isRight }) => isRight).length;
    return sum + Math.abs(confidence - right) / judged.length;
  }, 0);
}
