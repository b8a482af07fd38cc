import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../../app/change.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import type { Made } from '../../../protocol/client/api.ts';
import { isDue } from '../model/publish-at.ts';
import type { MenuLife } from '../model/life.ts';
import type { DraftController } from './draft-controller.ts';
import { publishable, type Draft } from './menu-draft.ts';
import { questionOf } from './price-question.ts';
import type { PublishElsewhere } from './publish-elsewhere.ts';
import type { readMenu } from './read-menu.ts';
import { newPricesIn, type NewPrice } from './staff-lasting-prices.ts';

interface PublishingPorts {
  readonly change: Change;
  readonly draft: DraftController;
  readonly elsewhere: PublishElsewhere;
  readonly known: () => Awaited<ReturnType<typeof readMenu>> | undefined;
  /** Goes to the first thing that has to be put right. */
  readonly showProblem: () => Promise<void>;
}

/** What becomes of a menu that is written: it is published, now or at a time, or kept; after a question where there is one. */
export class Publishing implements ReactiveController {
  /** Problems are shown once somebody has tried to publish. */
  tried = false;
  /** What was changed of prices with the last publication. */
  newPrices: readonly NewPrice[] = [];
  /** The leaps somebody has been asked about, and for when they wanted it published: the answer is to the same wish. */
  #asked: { readonly question: string; readonly atMs: number | null } | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ports: PublishingPorts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Another menu is written now. */
  begin(): void {
    this.tried = false;
    this.newPrices = [];
    this.#asked = null;
  }

  /** What is asked of what is written; null where nothing is. */
  questionOn(draft: Draft): { readonly question: string; readonly atMs: number | null } | null {
    return this.#asked !== null && this.#asked.question === questionOf(draft) ? this.#asked : null;
  }

  /** When the hub publishes what is drafted; null where somebody is to. */
  get dueMs(): number | null {
    const life: MenuLife | undefined = this.ports.known()?.life;
    return life !== undefined && 'draft' in life && isDue(life.draft) ? life.draft.due.atMs : null;
  }

  /** Kept for whoever publishes it, or for the time that was set: once it is, nothing here is one's own any more. */
  async save(): Promise<void> {
    const { draft } = this.ports.draft;
    const wanted = draft === null ? null : publishable(draft);
    if (draft === null || wanted?.ok !== true) return this.#try();
    const { baseVersion: upon, ...offer } = wanted.value;
    const { dueMs } = this;
    if (dueMs !== null) await this.#keepUntil(draft, { ...offer, upon, atMs: dueMs });
    else
      await this.#keep(draft, () =>
        this.ports.change.run('menu.draft', { ...offer, baseVersion: this.#draftVersion(draft) }),
      );
  }

  /** Keeps it for others: what the hub does not take is here again. */
  async #keep(draft: Draft, run: () => Promise<Made>): Promise<boolean> {
    const { draft: written } = this.ports;
    written.saving(draft);
    const made = await run();
    if (made.ok) written.saving(draft, made.mid);
    else written.saving(null);
    return made.ok;
  }

  /** Whether what is drafted can be thrown away: it is nobody's plan, and the hub is to publish it at no time. */
  get mayDrop(): boolean {
    return (this.ports.draft.draft?.from?.version ?? 0) > 0 && this.dueMs === null;
  }

  /** Nobody wants what is drafted. */
  async drop(): Promise<void> {
    const { draft } = this.ports.draft;
    if (draft?.from === undefined) return;
    const { menuId, from } = draft;
    const made = await this.ports.change.run('menu.dropDraft', { menuId, baseVersion: from.version });
    if (made.ok) this.ports.draft.thrownAway(draft);
  }

  /** @param atMs when the hub is to; null where at once */
  async publish(atMs: number | null): Promise<void> {
    const { change, elsewhere, known } = this.ports;
    const { draft, changed } = this.ports.draft;
    if (draft === null) return;
    const wanted = publishable(draft);
    if (!wanted.ok) return this.#try();
    const question = questionOf(draft);
    const answered = this.questionOn(draft);
    if (question !== '' && answered?.atMs !== atMs) {
      this.#asked = { question, atMs };
      this.host.requestUpdate();
      return;
    }
    const { baseVersion: upon, ...offer } = wanted.value;
    if (changed) {
      const went =
        atMs === null
          ? await this.#publishNow(draft, wanted.value)
          : await this.#keepUntil(draft, { ...offer, upon, atMs });
      if (!went) return;
    }
    this.#asked = null;
    this.tried = false;
    await elsewhere.send(change, offer, known()?.others ?? [], atMs);
    this.host.requestUpdate();
  }

  async #try(): Promise<void> {
    this.tried = true;
    this.host.requestUpdate();
    await this.ports.showProblem();
  }

  async #publishNow(draft: Draft, wanted: ArgsOf<'menu.publish'>): Promise<boolean> {
    const { change, known, draft: written } = this.ports;
    written.publishing(draft);
    const draftVersion = draft.from?.version;
    const made = await change.run('menu.publish', {
      ...wanted,
      ...(draftVersion === undefined ? {} : { draftVersion }),
    });
    if (!made.ok) {
      written.publishing(null);
      return false;
    }
    this.newPrices = newPricesIn(wanted.items, draft.base, known()?.dishes ?? []);
    written.published(made.mid, draft);
    return true;
  }

  #keepUntil(draft: Draft, wanted: Omit<ArgsOf<'menu.publishAt'>, 'baseVersion'>): Promise<boolean> {
    const baseVersion = this.#draftVersion(draft);
    return this.#keep(draft, () => this.ports.change.run('menu.publishAt', { ...wanted, baseVersion }));
  }

  /** Of what waits to be published, as this was begun upon it; 0 where nothing waited then. */
  #draftVersion(draft: Draft): number {
    return draft.from?.version ?? this.ports.known()?.blankVersion ?? 0;
  }
}
