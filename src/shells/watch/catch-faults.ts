import type { LocalStore } from '../../protocol/client/api.ts';
import { faultsLately, keepFault } from '../../store/faults.ts';

/** A page that was to go away and did not is listened to again. */
const LEAVES_WITHIN_MS = 10_000;
/** What comes in a flood is told once it has calmed down. */
const TELL_AFTER_MS = 5000;

/**
 * Keeps what goes wrong in the page's program, and tells the hub of it: also of what the page before could not tell. What
 * cannot be sent now is told again by the page that comes. Returns the disposer.
 */
export function catchFaults(store: LocalStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const list = faultsLately();
    if (list.length > 0) store.report({ type: 'faults', list: [...list] });
  };
  // A page that is being left is cut off in the middle of what it fetches: no fault of its program.
  let leftMs = -Infinity;
  const leaves = (): unknown => (leftMs = performance.now());
  const stays = (): unknown => (leftMs = -Infinity);
  const keep = (fault: Parameters<typeof keepFault>[0]): void => {
    if (performance.now() - leftMs < LEAVES_WITHIN_MS) return;
    keepFault(fault);
    timer ??= setTimeout(tell, TELL_AFTER_MS);
  };
  const erred = ({ message, filename, lineno, colno }: ErrorEvent): void => {
    // No fault: an engine's word that it lays something out in its next frame.
    if (message.startsWith('ResizeObserver loop')) return;
    keep({
      kind: 'error',
      text: message,
      where: filename === '' ? '' : `${fileOf(filename)}:${lineno}:${colno}`,
    });
  };
  const rejected = ({ reason }: PromiseRejectionEvent): void => keep({ kind: 'rejection', ...told(reason) });
  const { console } = globalThis;
  const before = console.error;
  console.error = (...what: unknown[]) => {
    before.apply(console, what);
    keep({ kind: 'told', ...told(what.find((one) => one instanceof Error) ?? what[0]) });
  };
  addEventListener('error', erred);
  addEventListener('unhandledrejection', rejected);
  addEventListener('beforeunload', leaves);
  addEventListener('pageshow', stays);
  tell();
  return () => {
    console.error = before;
    removeEventListener('error', erred);
    removeEventListener('unhandledrejection', rejected);
    removeEventListener('beforeunload', leaves);
    removeEventListener('pageshow', stays);
    clearTimeout(timer);
  };
}

function told(reason: unknown): { readonly text: string; readonly where: string } {
  if (!(reason instanceof Error)) return { text: String(reason), where: '' };
  const [, line = ''] = (reason.stack ?? '').split('\n');
  return { text: `${reason.name}: ${reason.message}`, where: fileOf(line.trim()) };
}

/** Without the house's address. */
const fileOf = (where: string): string => where.replace(/https?:\/\/[^/]+\//g, '');
