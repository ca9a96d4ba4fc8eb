import type { World } from './world.ts';

/** How long a test waits for something, in milliseconds. */
const PATIENCE_MS = 60_000;

/**
 * Waits until a condition gives something, and gives that; looks after each change of the world.
 * @throws Error when it does not happen in time, with what the bot said and what it was refused
 */
export function waitUntil<T>(world: World, condition: () => T | undefined | false): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => finish(() => reject(new Error(`It did not happen within ${PATIENCE_MS} ms. ${happened(world)}`))),
      PATIENCE_MS,
    );
    const finish = (then: () => void) => {
      clearTimeout(timer);
      world.emitter.off('change', look);
      then();
    };
    world.emitter.on('change', look);
    look();

    function look(): void {
      try {
        const result = condition();
        if (result !== undefined && result !== false) finish(() => resolve(result));
      } catch (error) {
        finish(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    }
  });
}

function happened({ messages, calls }: World): string {
  const said = messages.filter(({ bot_id: bot }) => bot !== undefined).map(({ text }) => text);
  const refused = calls.flatMap(({ method, error }) => (error === undefined ? [] : [`${method}: ${error}`]));
  return `The bot said: ${JSON.stringify(said)}; it was refused: ${JSON.stringify(refused)}`;
}
