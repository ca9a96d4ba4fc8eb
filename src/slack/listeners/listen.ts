import type { App } from '@slack/bolt';
import type { Shared } from './shared.ts';
import { listenToAgentPane } from './agent-pane.ts';
import { listenToAudience } from './audience.ts';
import { listenToChooseSection } from './choose-section.ts';
import { listenToCommand } from './command.ts';
import { listenToFeedback } from './feedback.ts';
import { listenToHome } from './home.ts';
import { listenToLinks } from './links.ts';
import { listenToReplace } from './replace.ts';
import { listenToReview } from './review.ts';
import { listenToShare } from './share.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { listenToSources } from './sources.ts';
import { listenToUninstalled } from './uninstalled.ts';
import { listenToVerdictNote } from './verdict-note.ts';

/** Every entry by which people meet the bot, besides messages, which the inbox takes. */
export function listenToAll(app: App, shared: Shared): void {
  const all = [
    listenToAgentPane,
    listenToAudience,
    listenToChooseSection,
    listenToCommand,
    listenToFeedback,
    listenToHome,
    listenToLinks,
    listenToReplace,
    listenToReview,
    listenToShare,
    listenToShortcuts,
    listenToSources,
    listenToUninstalled,
    listenToVerdictNote,
  ];
  for (const listen of all) listen(app, shared);
}
