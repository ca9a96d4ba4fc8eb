// Runs the sample model by itself: npm run model:fake. See docs/model.md.
import { startFakeModel } from './fake-model.ts';
import { readSamples } from './sample-reader.ts';
import { startAtPort } from '../start-at-port.ts';

const PORT = 3002;
/** Between two pieces of an answer, in milliseconds: as fast as a small model. */
const PAUSE_MS = 60;

const { url } = await startAtPort('FAKE_MODEL_PORT', PORT, (port) =>
  startFakeModel(readSamples, { port, pauseMs: PAUSE_MS }),
);

console.log(`The sample model is running: ${url}\n`);
console.log(
  'Put this before a command of Footnote, in a second terminal / 在另一个终端里，把它写在 Footnote 的命令前面：\n',
);
console.log(
  `  MODEL=openai:sample MODEL_BASE_URL=${url}/v1 npm run ask -- "What market share did AWS have in Q3 2020?"\n`,
);
console.log('Stop with Ctrl+C.');
