import type { Json } from './json.ts';

/** A workspace. */
export interface Team {
  id: string;
  name: string;
  domain: string;
  /** Whether it has the `data_visualization` block. */
  charts: boolean;
}

/** A person or the bot. */
export interface User {
  id: string;
  name: string;
  teamId: string;
  isBot: boolean;
  /** A guest of the workspace: of several channels, or of a single one. */
  guest?: 'multi' | 'single';
  locale: string;
  isAdmin: boolean;
}

/** A user group, such as `@analysts`. */
export interface UserGroup {
  id: string;
  handle: string;
  teamId: string;
  members: Set<string>;
}

/** A conversation of any kind. */
export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  teamId: string;
  /** Other workspaces that share it. */
  sharedWith: string[];
  /** Users, the bot among them. */
  members: Set<string>;
  isArchived: boolean;
}

/** A message as it stands in a channel. */
export interface Message {
  channel: string;
  ts: string;
  thread_ts?: string;
  text: string;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
  /** Its author: a person, or the bot's user. */
  user: string;
  /** Workspace of the author. */
  team: string;
  /** Set for messages of the bot. */
  bot_id?: string;
  subtype?: string;
  files?: Json[];
  edited?: { user: string; ts: string };
  /** Who reacted, by emoji. */
  reactions: Map<string, Set<string>>;
  /** The only person who sees it; absent: all. */
  visibleTo?: string;
  /** Set while it is streamed, and when its stream died: milliseconds of its start. */
  stream?: { startedAt: number; state: 'open' | 'dead' };
  /** What the bot shows instead of a link in it. */
  unfurls?: Json;
}

/** A file and what is in it. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  teamId: string;
  userId: string;
  content: Buffer;
  /** Channels in which it was shared. */
  channels: string[];
  state: 'announced' | 'uploaded' | 'shared';
  created: number;
}

/** A modal or a Home tab as a person sees it. */
export interface View {
  id: string;
  hash: string;
  rootId: string;
  previousId?: string;
  userId: string;
  teamId: string;
  /** What the app sent. */
  view: Json;
  /** What the person has put into it: block id → action id → value. */
  values: Record<string, Record<string, Json>>;
  /** Messages under its inputs after a refused submission, by block id. */
  errors: Record<string, string>;
}

/** An app in a workspace, with the token that it got. */
export interface Installation {
  token: string;
  teamId: string;
  botId: string;
  botUserId: string;
  scopes: string[];
}

/** A call of the Web API. */
export interface MethodCall {
  method: string;
  body: Json;
  /** The error that was answered; absent when it succeeded. */
  error?: string;
}
