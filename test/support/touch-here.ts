import { Hands, type Point, type TouchRequest } from './touch.ts';

interface Socket {
  readonly sendMessageWaitForResponse: (
    message: unknown,
  ) => Promise<{ readonly executed: boolean; readonly result?: unknown }>;
}

/** The runner's own line to the page: the browser is asked from outside (.web-test-runner.config.mjs). */
const SOCKET = '/__web-dev-server__web-socket.js';

/** Between two things that a panel tells. */
const REPORTS_EVERY_MS = 10;

/** Real fingers on the glass of a component test, as quick as fingers are however slow the machine is. */
export function handsHere(): Hands {
  let now = Date.now();
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const send = async (request: TouchRequest): Promise<void> => {
    const socket: Socket = await import(SOCKET);
    const answer = await socket.sendMessageWaitForResponse({
      type: 'wtr-command',
      sessionId,
      command: 'touch',
      payload: request,
    });
    if (!answer.executed) throw new Error('this runner has no touch');
  };
  return new Hands(send, () => (now += REPORTS_EVERY_MS));
}

/** The middle of a thing, where a finger aims at. */
export function middleOf(thing: Element): Point {
  const box = thing.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
