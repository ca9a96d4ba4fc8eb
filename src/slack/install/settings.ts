import type { Installations } from '../../domain/ports.ts';

/** The app in one workspace, by its token; or in as many as install it. */
export type SlackAuth =
  | { kind: 'token'; botToken: string }
  /** `redirectUri`: where Slack sends people back to, `…/slack/oauth_redirect`. */
  | {
      kind: 'installations';
      clientId: string;
      clientSecret: string;
      stateSecret: string;
      redirectUri: string;
      installations: Installations;
    };

/** How to reach Slack. */
export type SlackSettings =
  | { mode: 'socket'; appToken: string; auth: SlackAuth; apiUrl?: string }
  | { mode: 'http'; signingSecret: string; auth: SlackAuth; apiUrl?: string };
