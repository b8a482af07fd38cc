import type { ReactiveControllerHost } from 'lit';
import { TapGuard } from '../../ui/kiosk/tap-guard.ts';

/**
 * What makes the glass safe to use for whoever comes. Brought once home is painted: until then, and where it cannot be
 * had, the browser's own clicks do.
 */
export const keep = (shell: ReactiveControllerHost & HTMLElement): TapGuard => new TapGuard(shell);
