import type { Mid } from '../../../kernel/ids.ts';

/** One call as the desktop shows it. */
interface Alert {
  readonly callId: Mid;
  readonly title: string;
  readonly body: string;
  /** What makes it news: a call that is asked for again comes up again. */
  readonly key: string;
}

/** Whether the desktop may be asked to show calls: `ask` where nobody has said yet. */
export function alertsAllowed(): 'yes' | 'no' | 'ask' | 'never' {
  if (!('Notification' in window)) return 'never';
  const answers = { granted: 'yes', denied: 'no', default: 'ask' } as const;
  return answers[Notification.permission];
}

export const askForAlerts = async (): Promise<void> => void (await Notification.requestPermission());

/** Brings calls up on the desktop while the console lies behind other windows, and takes them away when they are over. */
export class Alerts {
  #shown = new Map<string, Notification>();

  constructor(private readonly came: (callId: Mid) => void) {}

  show(alerts: readonly Alert[]): void {
    const keys = new Set(alerts.map(({ key }) => key));
    for (const [key, one] of this.#shown) {
      if (keys.has(key)) continue;
      one.close();
      this.#shown.delete(key);
    }
    if (alertsAllowed() !== 'yes' || document.hasFocus()) return;
    for (const alert of alerts) if (!this.#shown.has(alert.key)) this.#bringUp(alert);
  }

  rest(): void {
    this.show([]);
  }

  #bringUp({ callId, title, body, key }: Alert): void {
    try {
      const one = new Notification(title, { body, tag: callId, requireInteraction: true });
      one.addEventListener('show', () => this.came(callId));
      one.addEventListener('click', () => {
        window.focus();
        one.close();
      });
      this.#shown.set(key, one);
    } catch {
      // A phone's browser shows them from its worker only; there the page itself rings.
    }
  }
}
