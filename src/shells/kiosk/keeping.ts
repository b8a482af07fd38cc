import { ContextConsumer } from '@lit/context';
import { deviceContext } from '../../app/contexts.ts';
import { AlarmReport } from '../../features/notices/kiosk/alarm-report.ts';
import { LlKioskAlarm } from '../../features/notices/kiosk/kiosk-alarm.ts';
import { Chime } from '../../ui/common/chime.ts';
import { Corners } from '../../ui/kiosk/corners.ts';
import { NoWayOut } from '../../ui/kiosk/no-way-out.ts';
import { forgetScans } from '../../ui/kiosk/scanner.ts';
import { playSound } from '../../ui/kiosk/sounds.ts';
import { TapGuard } from '../../ui/kiosk/tap-guard.ts';
import { useGlassSettings } from './glass-settings.ts';
import { bringBeforePressed } from './before-pressed.ts';
import { Cards } from './cards.ts';
import { OpenEvent } from './open-event.ts';
import { CardComfort, type Glass } from './card-comfort.ts';
import { RestController } from './rest-controller.ts';

interface Face {
  /** Somebody is using it. */
  busy(): boolean;
  /** 还在看吗？ waits for an answer. */
  asking(): boolean;
  /** An emergency stands. */
  alarmed(): boolean;
}

/**
 * What makes the glass safe to use for whoever comes. Brought once home is painted: until then, and where it cannot be
 * had, the browser's own clicks do.
 */
export function keep(shell: Glass & Face): { readonly guard: TapGuard; readonly forget: () => void } {
  new NoWayOut(shell);
  new Cards(shell);
  new ContextConsumer(shell, { context: deviceContext, subscribe: true, callback: useGlassSettings });
  shell.addEventListener('ll-press', () => playSound('press'));
  new Corners(shell);
  shell.addEventListener('ll-corners', () =>
    shell.dispatchEvent(new OpenEvent({ page: 'staff', about: null })),
  );
  const guard = new TapGuard(shell);
  new RestController(shell, {
    mayRest: () => !shell.busy() && !shell.alarmed(),
    woken: () => guard.screenChanged(),
  });
  const alarm = (): string | null => {
    const shown = shell.shadowRoot?.querySelector('ll-kiosk-alarm');
    return shown instanceof LlKioskAlarm ? (shown.notice?.id ?? null) : null;
  };
  const chime = new Chime(shell, () => alarm() !== null);
  new AlarmReport(shell, alarm, () => chime.silent === true);
  // One may stand already.
  shell.requestUpdate();
  void bringBeforePressed();
  const own = new CardComfort(shell);
  const forget = (): void => {
    forgetScans();
    own.forget();
  };
  return { guard, forget };
}
