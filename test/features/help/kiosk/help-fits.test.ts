import { expect } from 'chai';
import { html, render } from 'lit';
import { callView } from '../../../../src/features/help/kiosk/call-view.ts';
import {
  asking,
  sayingOf,
  withNumbers,
  type Saying,
} from '../../../../src/features/help/kiosk/call-words.ts';
import { LlKioskHelp } from '../../../../src/features/help/kiosk/kiosk-help.ts';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { setLocale, t } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { at, kioskConfig, kioskStore } from '../../../support/kiosk-centre.ts';
import { mountKiosk } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';

const stages = [
  'calling',
  'unseen',
  'called',
  'unanswered',
  'nobody',
  'coming',
  'late',
  'helped',
  'withdrawn',
  'lost',
  'away',
  'cut',
  'signed-out',
] as const;
const numbers = { hotline: '000-8000-0000', emergency: '000-8000-0120' };
const call: HelpCall = {
  id: id('a'),
  deviceId: id('lobby-kiosk'),
  place: '一楼大厅',
  raisedAtMs: at(10, 30),
  ageUnknown: false,
  state: 'coming',
  answeredBy: '欧阳建国师傅',
  answeredAtMs: at(22, 31),
};
const panels = {
  portrait: { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 },
  landscape: { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 },
};

/** Every page of a call there is, by a name. */
function sayings(): readonly (readonly [string, Saying])[] {
  const about = { call, times: 12, offset: 480 };
  return [
    ...[false, true].flatMap((isEmergency) =>
      stages.map((stage): readonly [string, Saying] => [
        `${stage}${isEmergency ? ' of an emergency' : ''}`,
        withNumbers(sayingOf(stage, { ...about, isEmergency }), numbers),
      ]),
    ),
    ['emergency?', asking('emergency', numbers)],
    ['whose?', asking('whose', numbers)],
  ];
}

describe('A call for help is read whole', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.style.removeProperty('--larger');
    await setLocale('zh-CN');
  });

  for (const [turned, panel] of Object.entries(panels)) {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const larger of ['1', '1.3', '1.6']) {
        it(`in ${turned}, ${locale}, at ${larger} times the type, whatever it says`, async () => {
          await setLocale(locale);
          document.documentElement.style.setProperty('--larger', larger);
          const page = await mountKiosk(new LlKioskHelp(), kioskStore(), { ...kioskConfig, panel });
          page.toggleAttribute('landscape', turned === 'landscape');
          // The room a page has: the glass without its rim, the line and the bar.
          const { style } = page;
          style.width = `calc(var(--u) * ${turned === 'landscape' ? 435 : 227})`;
          style.height = `calc(var(--u) * ${turned === 'landscape' ? 182 : 390})`;
          await settled(page);
          const root = page.renderRoot;
          const ways = html`<ll-button kind="action" class="emergency"
              >${t('kioskPages.help.emergency')}</ll-button
            >
            <ll-button>${t('kioskPages.help.withdraw')}</ll-button>`;
          const cut: string[] = [];
          for (const [name, saying] of sayings()) {
            if (!(root instanceof ShadowRoot)) throw new Error('no shadow root');
            const holder = document.createElement('div');
            render(callView(saying, ways), holder);
            root.replaceChildren(...holder.childNodes);
            await settled(page);
            const box = root.querySelector('.call');
            if (!(box instanceof HTMLElement)) throw new Error('no call');
            const { width, height } = box.getBoundingClientRect();
            const clock = parseFloat(getComputedStyle(box).paddingTop);
            const said = [...box.children].slice(1).map((one) => one.getBoundingClientRect());
            const tooHigh =
              Math.max(...said.map(({ bottom }) => bottom)) -
              Math.min(...said.map(({ top }) => top)) -
              (height - clock);
            const tooWide = Math.max(...said.map((one) => one.width)) - width;
            if (tooHigh > 1 || tooWide > 1) cut.push(`${name}: ${tooHigh} px too high, ${tooWide} too wide`);
          }
          expect(cut).to.deep.equal([]);
        });
      }
    }
  }
});
