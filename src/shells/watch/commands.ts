import { tellAbilities } from '../../app/glass-abilities.ts';
import { loudness, setLoudness } from '../../app/loudness.ts';
import { MARK_MS, type CommandWord, type DeviceCommand } from '../../features/devices/model/command.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { videosIn } from './media-watch.ts';
import { putOverGlass } from './over-glass.ts';
import { comesBack, isStartedFor, startAnewFor } from './start-anew.ts';

interface Glass {
  readonly store: LocalStore;
  readonly device: RowOf<'deviceConfig'>;
  readonly alarmed: () => boolean;
}

type Act = (command: DeviceCommand) => Promise<'done' | 'cannot'>;

const seen = (isSeen: boolean): 'done' | 'cannot' => (isSeen ? 'done' : 'cannot');

/** What this glass does when it is asked; what is not in here is not offered. */
export function commandsOf({ store, device, alarmed }: Glass): { readonly [W in CommandWord]?: Act } {
  return {
    reload: async (command) => {
      if (isStartedFor(command)) return 'done';
      return comesBack(store) ? startAnewFor(command) : 'cannot';
    },
    identify: async ({ mark = 1 }) => {
      const { LlGlassMark } = await import('./glass-mark.ts');
      const sign = new LlGlassMark();
      sign.mark = mark;
      sign.name = device.name;
      return seen(await putOverGlass(sign, MARK_MS, alarmed));
    },
    'self-check': async () => {
      const [{ browserChecks, hubCheck }, { LlGlassSelfCheck, showingMs }] = await Promise.all([
        import('../self-check/checks.ts'),
        import('./glass-self-check.ts'),
      ]);
      const sheet = new LlGlassSelfCheck();
      sheet.checks = [await hubCheck(), ...(await browserChecks())];
      sheet.name = device.name;
      return seen(await putOverGlass(sheet, showingMs(sheet.checks.length), alarmed));
    },
    // Its configuration, which came with the command, makes it so; here it is said how loud it now is.
    volume: async ({ volume }) => {
      const config = await store.query((view) => view.get('device', 'deviceConfig', device.id));
      if (volume === undefined || config?.sound?.volume !== volume) return 'cannot';
      if (device.kind === 'kiosk') {
        // What somebody has set at the glass itself gives way to it.
        const { setGlass } = await import('../kiosk/glass-settings.ts');
        setGlass(config, { volume });
        return 'done';
      }
      const before = loudness();
      setLoudness(volume);
      // What plays now; what comes after it asks by itself.
      for (const video of videosIn(document.body)) {
        const share = before === 0 ? 1 : video.volume / before;
        video.volume = Math.min(1, share * loudness());
      }
      tellAbilities({ volume });
      return 'done';
    },
  };
}
