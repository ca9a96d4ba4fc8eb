import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Replacement, REPLACE_REPORT } from '../views/replace-message.ts';
import type { Shared } from './shared.ts';
import { given } from '../../domain/given.ts';

const Press = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  message: z.object({ ts: z.string() }),
  actions: z.array(z.object({ value: z.string() })).min(1),
});

/** *Replace* and *Keep both*: takes in the file of the same name after all. Who presses it must be a librarian, too. */
export function listenToReplace(app: App, { steps, onWork }: Shared): void {
  app.action(new RegExp(`^${REPLACE_REPORT}`, 'u'), async ({ body, ack }) => {
    const { team, user, message, actions } = Press.parse(body);
    const { file, place, replaces, isBeside } = Replacement.parse(JSON.parse(actions[0]?.value ?? ''));
    const subject = `${team.id} replace ${message.ts} by ${user.id}`;
    const work = {
      key: subject,
      subject,
      work: {
        team: team.id,
        askerTeam: user.team_id ?? team.id,
        user: user.id,
        intent: 'add_report' as const,
        text: '',
        place,
        files: [file],
        ...given({ replaces }),
        isConfirmed: isBeside,
      },
    };
    await steps.inbox.accept(work);
    await ack();
    onWork(work);
  });
}
