interface Socket {
  readonly sendMessageWaitForResponse: (
    message: unknown,
  ) => Promise<{ readonly executed: boolean; readonly result?: unknown }>;
}

/** The runner's own line to the page: the browser is asked from outside (.web-test-runner.config.mjs). */
const SOCKET = '/__web-dev-server__web-socket.js';

/** Has the browser itself do something to the page of a component test, from outside; gives what it answers. */
export async function askRunner(command: string, payload: unknown): Promise<unknown> {
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const socket: Socket = await import(SOCKET);
  const answer = await socket.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId,
    command,
    payload,
  });
  if (!answer.executed) throw new Error(`this runner has no ${command}`);
  return answer.result;
}

/** Has the browser itself make an input event on the page of a component test. */
export async function inputHere(command: 'touch' | 'key', payload: unknown): Promise<void> {
  await askRunner(command, payload);
}
