import { id, type Mid, type SessionId } from '../../src/kernel/ids.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { COURSES, MEMBERS, MENU_ID, SCREEN, TODAY, notice } from './seed-rows.ts';
import type { MemberId } from '../../src/kernel/ids.ts';
import type { SimDevice } from './sim-device.ts';
import { CENTRE } from './sim-hub.ts';
import type { MenuItem } from '../../src/features/menus/model/menu.ts';
import { menuItem } from '../support/rows.ts';
import { next } from './builds.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

interface Claim {
  readonly mid: Mid;
  readonly sessionId: SessionId;
  readonly memberId: MemberId;
}

/** What people do at the devices, and the hub by itself: by chance, as a morning goes. */
export class People {
  readonly #world: World;
  /** Check-ins that can be undone where they were made. */
  readonly #standing = new Map<SimDevice, Claim[]>();
  readonly #calls = new Map<SimDevice, Mid[]>();

  constructor(world: World) {
    this.#world = world;
  }

  async act(): Promise<void> {
    const { chance, devices } = this.#world;
    if (this.#world.hub.takesWrites && chance.is(0.15)) return this.#hubActs();
    const device = chance.pick(devices);
    if (!device.running) return;
    this.#look(device);
    if (device.actor.type === 'device' && device.actor.deviceKind === 'kiosk') this.#atKiosk(device);
    else if (device.actor.type === 'staff') this.#atDesk(device);
    else device.client?.report({ type: 'glass', showing: `menu:${MENU_ID}`, shownForMs: 5 });
  }

  #atKiosk(kiosk: SimDevice): void {
    const { chance } = this.#world;
    const standing = this.#standing.get(kiosk) ?? [];
    const undoes = standing.length > 0 && chance.is(0.35);
    if (undoes) {
      const claim = standing.splice(chance.between(0, standing.length - 1), 1)[0];
      if (claim === undefined) return;
      this.#withdraw(kiosk, claim);
      // A second thought: the same person signs in again.
      if (chance.is(0.5)) this.#claim(kiosk, claim.sessionId, claim.memberId);
    } else if (chance.is(0.15)) {
      const calls = this.#calls.get(kiosk) ?? [];
      const call = calls.pop();
      if (call !== undefined && chance.is(0.5)) kiosk.mutate('help.withdraw', { callId: call }, nothing);
      else kiosk.mutate('help.raise', { place: 'hall' }, (mid) => this.#calls.set(kiosk, [...calls, mid]));
    } else {
      this.#claim(kiosk, sessionId(chance.pick(COURSES), TODAY), id(chance.pick(MEMBERS)));
    }
  }

  #claim(kiosk: SimDevice, session: SessionId, memberId: MemberId): void {
    kiosk.mutate('checkin.claim', { sessionId: session, memberId, seen: SEEN }, (mid) => {
      const standing = this.#standing.get(kiosk) ?? [];
      this.#standing.set(kiosk, [...standing, { mid, sessionId: session, memberId }]);
      const ofNextBuild = kiosk.build === next;
      this.#world.watcher.claimShown(kiosk.disk, mid, { sessionId: session, memberId, ofNextBuild });
    });
  }

  #withdraw(kiosk: SimDevice, claim: Claim): void {
    this.#world.watcher.claimWithdrawn(kiosk.disk, claim.mid);
    kiosk.mutate(
      'checkin.withdraw',
      { claim: claim.mid, sessionId: claim.sessionId, memberId: claim.memberId },
      nothing,
    );
  }

  #atDesk(desk: SimDevice): void {
    const { chance } = this.#world;
    const what = chance.next();
    if (what < 0.35) this.#publish(desk, chance.between(100, 900));
    else if (what < 0.75) {
      const programmeId = id<'ProgrammeId'>('baduanjin-standing');
      desk.mutate(
        'run.start',
        { screenId: id(SCREEN), programmeId, sessionId: null, formKey: null },
        nothing,
      );
    } else if (what < 0.85) this.#changeTimetable(desk);
    else if (what < 0.9) desk.mutate('notice.post', tooLong(chance.between(0, 9)), nothing);
    else if (what < 0.95) this.#decide(desk);
    else desk.mutate('notice.withdraw', { noticeId: id(`n${chance.between(0, 11)}`) }, nothing);
  }

  /** A session is cancelled, or takes place after all, whoever has signed in for it at a kiosk that is away. */
  #changeTimetable(desk: SimDevice): void {
    const { chance } = this.#world;
    const session = sessionId(chance.pick(COURSES), TODAY);
    const cancelled = chance.is(0.6);
    desk.mutate(
      'session.change',
      { change: { id: session, cancelled, start: null, room: null, note: null } },
      nothing,
    );
  }

  /** Something that was not done is let be, or done again. */
  #decide(desk: SimDevice): void {
    const { chance } = this.#world;
    desk.client
      ?.query(async (view) => [
        ...(await view.list('people', 'refusal')),
        ...(await view.list('staff', 'refusal')),
      ])
      .then((records) => {
        const open = records.filter(({ settled, status }) => settled === null && status !== 'held');
        if (open.length === 0) return;
        const { id: mid, status } = chance.pick(open);
        if (status === 'refused' && chance.is(0.5))
          desk.mutate('record.redo', { mid, corrected: null }, nothing);
        else if (status === 'done') desk.mutate('record.keep', { mid }, nothing);
        else desk.mutate('record.dismiss', { mid }, nothing);
      })
      .catch((error: unknown) => this.#world.noteFailure(desk, error));
  }

  /** A view of the next build never gets a row as the build before it wrote them. */
  #look(device: SimDevice): void {
    const { build } = device;
    device.client
      ?.query((view) => view.list('centre', 'course'))
      .then((courses) => {
        if (build !== next || device.build !== next) return;
        const old = courses.find((course) => !('tone' in course));
        if (old !== undefined)
          this.#world.breaks(new Violation(`${device.name} shows ${old.id} as an older build wrote it`));
      })
      .catch((error: unknown) => this.#world.noteFailure(device, error));
  }

  /** Over the version that the editor saw. */
  #publish(desk: SimDevice, priceFen: number): void {
    const menuId = id<'MenuId'>(MENU_ID);
    desk.client
      ?.query((view) => view.get('centre', 'menu', menuId))
      .then((menu) => {
        const baseVersion = menu?.version ?? 0;
        desk.mutate(
          'menu.publish',
          { menuId, items: [dish(priceFen)], set: null, note: null, baseVersion },
          nothing,
        );
      })
      .catch((error: unknown) => this.#world.noteFailure(desk, error));
  }

  /** The hub's own writing: rows come, change and go. */
  async #hubActs(): Promise<void> {
    const { chance, hub } = this.#world;
    const noticeId = `n${chance.between(0, 14)}`;
    const title = `notice ${chance.between(1, 99)}`;
    const gone = chance.is(0.5);
    await hub.sync.write(CENTRE, async (tx) => {
      if (gone) await tx.remove('centre', 'notice', noticeId);
      else await tx.put('centre', 'notice', noticeId, notice(noticeId, title));
      const course = await tx.get('centre', 'course', chance.pick(COURSES));
      if (course !== undefined) await tx.put('centre', 'course', course.id, { ...course, about: title });
    });
    this.#world.trace(() => `hub ${gone ? 'removes' : 'writes'} ${noticeId}`);
  }
}

const nothing = (): void => undefined;

/** What stands on the kiosk as somebody signs in. */
const SEEN = { name: 'm*', start: '09:30', room: 'hall' };

/** A notice that the hub will not have, whatever the device thought. */
const tooLong = (n: number) =>
  ({
    noticeId: id<'NoticeId'>(`long${n}`),
    level: 'normal',
    title: 'x'.repeat(400),
    body: null,
    fromMs: 0,
    untilMs: null,
  }) as const;

const dish = (priceFen: number): MenuItem => menuItem({ priceFen });
