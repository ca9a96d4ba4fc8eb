import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Delivery, DeliveryRecord, Transport } from './delivery/delivery.ts';
import { createDelivery } from './delivery/delivery.ts';
import type { Envelope, Faults } from './delivery/envelope.ts';
import type { DisconnectReason } from './delivery/socket-carrier.ts';
import type { Extra } from './http/serve.ts';
import { serve } from './http/serve.ts';
import { removeInstallation } from './methods/apps.ts';
import type { Failures } from './methods/call-method.ts';
import { tooMany } from './methods/call-method.ts';
import { createRates } from './methods/rates.ts';
import { letStreamsDie } from './methods/streams.ts';
import { Person } from './people/person.ts';
import { addChannel, addGroup, addTeam, addUser, directChannel, install, installationIn } from './world/populate.ts';
import type { Channel, Installation, Message, MethodCall, Team, User, UserGroup, View } from './world/things.ts';
import type { Json } from './world/json.ts';
import type { World, WorldOptions } from './world/world.ts';
import { waitUntil } from './world/wait-until.ts';
import { changed, createWorld } from './world/world.ts';

/**
 * A Slack on loopback, with people who use it: Web API, Events API over HTTP, Socket Mode, OAuth; limits are enforced
 * with Slack's names of errors.
 */
export class FakeSlack {
  readonly token = 'xoxb-test';
  readonly appToken: string;
  readonly signingSecret: string;
  readonly world: World;
  /** The first workspace, in which the app is installed. */
  readonly team: Team;
  /** The bot in the first workspace. */
  readonly bot: { userId: string; botId: string };
  readonly #server = createServer(
    (request, response) =>
      void serve(this.world, { rates: this.#rates, failures: this.#failures, extra: this.#extra }, request, response),
  );
  readonly #delivery: Delivery;
  readonly #rates: ReturnType<typeof createRates>;
  readonly #failures: Failures = new Map();
  readonly #people = new Map<string, Person>();
  readonly #seen = new Set<Message>();
  #extra: Extra | undefined;

  constructor(options: WorldOptions = {}) {
    this.world = createWorld(options);
    this.appToken = this.world.app.appToken;
    this.signingSecret = this.world.app.signingSecret;
    this.team = addTeam(this.world, 'Test', options.charts === undefined ? {} : { charts: options.charts });
    const { botUserId: userId, botId } = install(this.world, this.team.id, this.world.scopes, this.token);
    this.bot = { userId, botId };
    this.#rates = createRates(this.world);
    this.#delivery = createDelivery(this.world, this.#server, options);
  }

  /** Starts the server and gives its Web API address. */
  async start(port = 0): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    this.world.origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;
    return `${this.origin}/api/`;
  }

  async stop(): Promise<void> {
    this.#delivery.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get origin(): string {
    return this.world.origin;
  }

  /** How events reach the bot: an address for the Events API, or Socket Mode. */
  deliverBy(transport: Transport): void {
    this.#delivery.use(transport);
  }

  /** Answers other addresses of the server as well. */
  alsoServe(extra: Extra): void {
    this.#extra = extra;
  }

  // Who and what there is.

  /** The person of this name; they are made when they are first named. */
  person(name: string, over: Partial<Pick<User, 'guest' | 'locale' | 'isAdmin'>> & { team?: Team } = {}): Person {
    const { team = this.team, ...rest } = over;
    const user = addUser(this.world, name, team.id, rest);
    const person = this.#people.get(user.id) ?? new Person(this.world, this.#delivery, user);
    this.#people.set(user.id, person);
    return person;
  }

  /** The channel of this name; it is made when it is first named, with the bot in it unless told otherwise. */
  channel(
    name: string,
    over: Partial<Pick<Channel, 'kind'>> & { members?: Person[]; sharedWith?: Team[]; botIsMember?: boolean } = {},
  ): Channel {
    const { members = [], sharedWith, ...rest } = over;
    return addChannel(this.world, name, this.team.id, {
      ...rest,
      members: members.map(({ id }) => id),
      ...(sharedWith ? { sharedWith: sharedWith.map(({ id }) => id) } : {}),
    });
  }

  /** Where a person and the bot talk alone. */
  directMessages(person: Person): Channel {
    return directChannel(this.world, person.id);
  }

  /** A user group. */
  group(handle: string, members: Person[]): UserGroup {
    return addGroup(
      this.world,
      handle,
      this.team.id,
      members.map(({ id }) => id),
    );
  }

  /** Another workspace; the app is not in it before it is installed. */
  workspace(name: string, options: { charts?: boolean } = {}): Team {
    return addTeam(this.world, name, options);
  }

  /** Installs the app in a workspace without OAuth. */
  installIn(team: Team, scopes?: string[]): Installation {
    return install(this.world, team.id, scopes ?? this.world.scopes);
  }

  /** Takes the app out of a workspace: its token is worth nothing any more. */
  async uninstallFrom(team: Team): Promise<void> {
    removeInstallation(this.world, team.id);
    await this.#delivery.settled();
  }

  /** The installation in a workspace; undefined where the app is not installed. */
  installation(team: Team): Installation | undefined {
    return installationIn(this.world, team.id);
  }

  // What people see.

  /** What the bot said, oldest first, ephemeral messages too. */
  get replies(): Message[] {
    return this.world.messages.filter((message) => message.bot_id !== undefined);
  }

  /** Messages of a channel, threads included, oldest first. */
  messagesIn(channel: Channel): Message[] {
    return this.world.messages.filter((message) => message.channel === channel.id && message.visibleTo === undefined);
  }

  /** Replies to a message, oldest first. */
  threadOf({ channel, ts, thread_ts: threadTs = ts }: Message): Message[] {
    return this.world.messages.filter(
      (message) =>
        message.channel === channel &&
        message.thread_ts === threadTs &&
        message.ts !== threadTs &&
        message.visibleTo === undefined,
    );
  }

  /** What only this person sees in channels. */
  onlyVisibleTo(person: Person): Message[] {
    return this.world.messages.filter(({ visibleTo }) => visibleTo === person.id);
  }

  /** The modal that a person has before them. */
  modalOf(person: Person): View | undefined {
    return this.world.modals.get(person.id)?.at(-1);
  }

  /** The Home tab of a person; undefined before the bot published one. */
  homeOf(person: Person): View | undefined {
    return this.world.homes.get(person.id);
  }

  /** Status, title and suggested prompts of a thread with the agent, or of the whole pane. */
  agentThread(channel: Channel, thread?: Message): ReturnType<World['agentThreads']['get']> {
    return this.world.agentThreads.get(`${channel.id} ${thread === undefined ? '' : (thread.thread_ts ?? thread.ts)}`);
  }

  /** Every call of the Web API, with the error that was answered. */
  get calls(): MethodCall[] {
    return this.world.calls;
  }

  /** Every attempt to deliver something, with the time until its acknowledgement. */
  get deliveries(): DeliveryRecord[] {
    return this.#delivery.records;
  }

  /** How many Socket Mode connections are open. */
  get connections(): number {
    return this.#delivery.sockets.count();
  }

  // Waiting, without sleeping.

  /**
   * The next message of the bot that fits, among those not yet given; waits for it. Edits count: a message fits when it
   * has come to fit.
   */
  async next(fits: (message: Message) => boolean = () => true): Promise<Message> {
    const message = await this.until(() =>
      this.replies.find((each) => !this.#seen.has(each) && each.stream?.state !== 'open' && fits(each)),
    );
    this.#seen.add(message);
    return message;
  }

  /**
   * Waits until a condition gives something, and gives that.
   * @throws Error when it does not happen in time, with what was said meanwhile
   */
  until<T>(condition: () => T | undefined | false): Promise<T> {
    return waitUntil(this.world, condition);
  }

  /** Waits until no event is on its way any more, repetitions included. */
  async everythingDelivered(): Promise<void> {
    await this.until(() => this.#delivery.isIdle());
  }

  // What goes wrong.

  /** Lets time pass at once: triggers expire, streams die, limits of rate are forgotten. */
  advance(seconds: number): void {
    this.world.clock.advance(seconds);
    letStreamsDie(this.world);
    changed(this.world);
  }

  /** The next call of a method fails: with 429 and Retry-After in seconds, or with an error. */
  failNext(method: string, failure: { retryAfter: number } | { error: string; status?: number }): void {
    const answer =
      'retryAfter' in failure
        ? tooMany(failure.retryAfter)
        : { status: failure.status ?? 200, body: { ok: false, error: failure.error } };
    this.#failures.set(method, [...(this.#failures.get(method) ?? []), answer]);
  }

  /** From now on this share of the events meets these faults; the same seed makes the same ones. */
  setFaults(faults: Partial<Faults>): void {
    this.#delivery.setFaults(faults);
  }

  /** Delivers the events about a message again, as Slack does when it saw no acknowledgement in time. */
  async redeliver(message: Message, times = 1): Promise<void> {
    await this.#delivery.redeliver(
      ({ event }) => typeof event === 'object' && event !== null && 'ts' in event && event.ts === message.ts,
      times,
    );
  }

  /**
   * Sends the bot something as it is, over Socket Mode, also what Slack would never send; gives what it acknowledged.
   */
  sends(type: Envelope['type'], payload: Json, retry = 0): Promise<Json> {
    return this.#delivery.sockets.send({ id: randomUUID(), type, payload, retry, retryReason: 'timeout' });
  }

  /** Asks the bot to connect anew (Socket Mode). */
  refreshConnections(reason: DisconnectReason = 'refresh_requested'): void {
    this.#delivery.sockets.disconnect(reason);
  }

  /** Breaks all connections without a word (Socket Mode). */
  cutConnections(): void {
    this.#delivery.sockets.cut();
  }
}
