import { html, nothing } from 'lit';
import { cardAsKept } from '../../../app/card-number.ts';
import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { finderOf } from '../../members/model/find-person.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import { pendingView } from '../../../ui/kiosk/state-views.ts';
import type { WhoEvent } from '../../../ui/kiosk/who.ts';
import type { Finder, Way } from '../../../ui/kiosk/who-steps.ts';
import type { AskedWho } from './check-in-flow.ts';
import type { CheckInRows } from './check-in-rows.ts';
import { byStaffView, nameOf, noRosterView } from './check-in-views.ts';

interface Around {
  readonly landscape: boolean;
  /** How one may sign in here; undefined where nothing is set, and every way is taken. */
  readonly allowed: RowOf<'deviceConfig'>['checkInWays'];
  readonly centreId: string;
  /** On its way still, as after a store was lost: until it is here nobody is told that their number is unknown. */
  readonly lacksRoster: boolean;
  readonly away: boolean;
}

interface Ways {
  readonly said: (id: string) => void;
  readonly companion: () => void;
  readonly visitor: () => void;
  readonly home: () => void;
}

/** Who it is, by the ways that are taken here; or why nobody can say it here, and what else one can do. */
export class AskWho {
  #found: { readonly roster: readonly RosterEntry[]; readonly finder: Finder } | null = null;

  view(
    { target, asked }: AskedWho,
    { roster, centre }: CheckInRows,
    { landscape, allowed, centreId, lacksRoster, away }: Around,
    { said, companion, visitor, home }: Ways,
  ) {
    const takes = (way: 'card' | 'digits' | 'companion' | 'visitor'): boolean =>
      allowed?.includes(way) ?? true;
    const means: readonly Way[] = [
      ...(takes('card') ? (['card'] as const) : []),
      ...(takes('digits') ? (['digits', 'name'] as const) : []),
    ];
    const nameless = { visitor: takes('visitor') ? visitor : null, home };
    // Through a neighbour nobody signs in either where the neighbour cannot say who they are.
    if (means.length === 0) return byStaffView(centre, nameless);
    // It may not come today: an elder is not left before an empty page.
    if (lacksRoster) return away ? noRosterView(centre, nameless) : pendingView();
    const others = [
      takes('companion') ? otherWay(t('kioskPages.checkin.companionWay'), companion) : nothing,
      takes('visitor') ? otherWay(t('kioskPages.checkin.visitorWay'), visitor) : nothing,
    ];
    return html`<ll-who
      ?landscape=${landscape}
      .heading=${nameOf(target)}
      .lead=${leadOf(asked)}
      ?of-another=${asked === 'neighbour'}
      .ways=${means}
      .finder=${this.#finderOf(roster, centreId)}
      @ll-who=${(event: WhoEvent) => said(event.id)}
      >${asked === 'self' ? others : nothing}</ll-who
    >`;
  }

  #finderOf(roster: readonly RosterEntry[], centreId: string): Finder {
    if (this.#found?.roster !== roster)
      this.#found = { roster, finder: finderOf(roster, (card) => cardAsKept(card, centreId)) };
    return this.#found.finder;
  }
}

const otherWay = (words: string, act: () => void) =>
  html`<ll-button slot="ways" kind="edge" @click=${act}>${words}</ll-button>`;

function leadOf(asked: AskedWho['asked']): string | null {
  if (asked === 'self') return null;
  return t(
    asked === 'companion' ? 'kioskPages.checkin.companionFirst' : 'kioskPages.checkin.neighbourDigits',
  );
}
