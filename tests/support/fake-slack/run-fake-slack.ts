// Runs the fake Slack by itself: npm run slack:fake. See docs/try-without-slack.md.
import { startAtPort } from '../start-at-port.ts';
import { FakeSlack } from './fake-slack.ts';
import { environmentOf } from './page/page-state.ts';
import { servePage } from './page/serve-page.ts';

/** Port of the page and of the Web API. */
const PORT = 3001;

const slack = new FakeSlack({ rates: true });
const [ann, ben] = [slack.person('ann', { isAdmin: true }), slack.person('ben')];
slack.channel('general', { members: [ann, ben] });
slack.channel('research', { members: [ann, ben] });
slack.channel('board', { members: [ann], kind: 'private' });
slack.alsoServe(servePage(slack));
await startAtPort('FAKE_SLACK_PORT', PORT, (port) => slack.start(port));

console.log(`The fake Slack is running: ${slack.origin}\n`);
console.log('Start the bot in a second terminal / 在另一个终端启动机器人：\n');
console.log(`  ${environmentOf(slack).join(' ')} npm start\n`);
console.log('Stop with Ctrl+C. Nothing is kept.');
