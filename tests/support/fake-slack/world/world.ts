import { EventEmitter } from 'node:events';
import type { Clock } from './clock.ts';
import { createClock } from './clock.ts';
import type { Json } from './json.ts';
import type { Manifest } from './manifest.ts';
import { projectManifest } from './manifest.ts';
import type { Channel, Installation, Message, MethodCall, StoredFile, Team, User, UserGroup, View } from './things.ts';

/** How the fake behaves; what is not given is as a test wants it: quick, without faults, without limits of rate. */
export interface WorldOptions {
  /** Scopes, events, commands and shortcuts of the app; default: the project's `slack-manifest.json`. */
  manifest?: Manifest;
  /** Scopes and events that a test needs beyond the manifest. */
  alsoScopes?: string[];
  alsoEvents?: string[];
  /** Domains whose links the app is told of, beyond the manifest. */
  alsoDomains?: string[];
  /** Whether limits of rate are enforced (429 with Retry-After); default: no. */
  rates?: boolean;
  /** Seconds after which a stream dies; default 300, as people report of Slack. */
  streamSeconds?: number;
  /** Milliseconds without an acknowledgement after which a delivery has failed; default 3,000. */
  ackMs?: number;
  /** Milliseconds before the first, second and third repetition; default: at once, a minute, five minutes. */
  retryDelaysMs?: number[];
  /** Whether the first workspace has charts; default: yes. */
  charts?: boolean;
}

/** Everything that the fake knows. */
export interface World {
  readonly clock: Clock;
  readonly manifest: Manifest;
  readonly scopes: string[];
  readonly events: Set<string>;
  readonly rates: boolean;
  readonly streamSeconds: number;
  /** Emits `change` after each change, and `event` with what Slack would tell the app. */
  readonly emitter: EventEmitter;
  readonly app: { id: string; clientId: string; clientSecret: string; signingSecret: string; appToken: string };
  /** Address of the fake. */
  origin: string;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, UserGroup>;
  /** By token. */
  readonly installations: Map<string, Installation>;
  readonly messages: Message[];
  readonly files: Map<string, StoredFile>;
  /** Modals of each person, the topmost last. */
  readonly modals: Map<string, View[]>;
  /** The Home tab of each person. */
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, { userId: string; issuedAt: number; isUsed: boolean; viewId?: string }>;
  readonly responses: Map<
    string,
    { channel: string; userId: string; teamId: string; issuedAt: number; left: number; ts?: string; threadTs?: string }
  >;
  readonly codes: Map<string, { teamId: string; scopes: string[]; redirectUri?: string; isUsed: boolean }>;
  /** Status, title and prompts of agent threads, by `channel thread`. */
  readonly agentThreads: Map<
    string,
    { status?: string; loading?: string[]; title?: string; prompts?: Json[]; promptsTitle?: string; session?: string }
  >;
  readonly calls: MethodCall[];
  /** Next number for identifiers. */
  nextId(prefix: string): string;
}

/** A world with one workspace in which the app is installed. */
export function createWorld(options: WorldOptions): World {
  const given = options.manifest ?? projectManifest();
  const manifest = {
    ...given,
    features: { ...given.features, unfurl_domains: [...given.features.unfurl_domains, ...(options.alsoDomains ?? [])] },
  };
  let ids = 0;
  return {
    clock: createClock(),
    manifest,
    scopes: [...manifest.oauth_config.scopes.bot, ...(options.alsoScopes ?? [])],
    events: new Set([...manifest.settings.event_subscriptions.bot_events, ...(options.alsoEvents ?? [])]),
    rates: options.rates ?? false,
    streamSeconds: options.streamSeconds ?? 300,
    emitter: new EventEmitter().setMaxListeners(0),
    app: { id: 'A1', clientId: '1.1', clientSecret: 'client-secret', signingSecret: 'shh', appToken: 'xapp-test' },
    origin: '',
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    groups: new Map(),
    installations: new Map(),
    messages: [],
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responses: new Map(),
    codes: new Map(),
    agentThreads: new Map(),
    calls: [],
    nextId: (prefix) => `${prefix}${(++ids).toString(36).toUpperCase().padStart(8, '0')}`,
  };
}

/** Says that something changed: waits look again, the page draws again. */
export function changed(world: World): void {
  world.emitter.emit('change');
}
