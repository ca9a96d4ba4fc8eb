/** A vector in the same direction with length 1; all zeros stay zeros. */
export function unitVector(values: Iterable<number>): Float32Array {
  const vector = Float32Array.from(values);
  // Not Math.hypot(...vector): vectors may have thousands of values.
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
