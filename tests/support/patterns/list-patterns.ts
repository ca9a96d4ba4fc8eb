// Prints the regular expressions of the program as JSON.
import { patternsOfThisProcess } from './find-patterns.ts';

/** Calls what builds patterns out of its own lists. */
async function use(): Promise<void> {
  const { shapeOf } = await import('../../../src/answer/answer-shape.ts');
  for (const unit of ['家', '座', '人', '小时']) shapeOf(`有多少${unit}？`, `有3${unit}。`);
}

const patterns = await patternsOfThisProcess(use);
process.stdout.write(JSON.stringify(patterns), () => process.exit(0));
