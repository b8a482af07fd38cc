import { html, nothing } from 'lit';
import { t } from '../../i18n/index.ts';
import type { KeyPressEvent } from './keypad.ts';
import { TAIL_LENGTH, type Finder, type Shown, type Way, type WhoStep } from './who-steps.ts';
import './button.ts';
import './keypad.ts';
import './pages.ts';
import '../../i18n/kiosk-page-texts.ts';

const TROUBLES = {
  'unknown-number': 'kioskPages.who.notFound',
  'unknown-card': 'kioskPages.who.unknownCard',
  unreadable: 'kioskPages.who.unreadable',
} as const;

/** Where there is no keypad, it is not spoken of. */
const CARD_TROUBLES = {
  ...TROUBLES,
  'unknown-card': 'kioskPages.who.unknownCardOnly',
  unreadable: 'kioskPages.who.unreadableOnly',
} as const;

type StepOf<S extends WhoStep['step']> = Extract<WhoStep, { step: S }>;

/** What is asked, and by which ways it may be answered. */
interface Asked {
  readonly heading: unknown;
  readonly lead: string | null;
  readonly ways: readonly Way[];
}

/** The number's end, typed; or a card. */
export function digitsView(
  { typed, trouble }: StepOf<'digits'>,
  { heading, lead, ways }: Asked,
  finder: Finder,
  { press, byName }: { readonly press: (key: string) => void; readonly byName: () => void },
) {
  const digits = ways.includes('digits');
  const asked = lead ?? t(digits ? 'kioskPages.who.digits' : 'kioskPages.who.card');
  const orCard = digits && finder.hasCards && ways.includes('card');
  return html`<div
    class=${digits ? 'dial' : 'dial card-only'}
    @ll-key=${({ key }: KeyPressEvent) => press(key)}
  >
    <div class="asked">
      <h1>${heading}</h1>
      <slot name="above"></slot>
      <div class="said">
        ${
          trouble === null
            ? html`<p class="lead">${asked}</p>
                ${orCard ? html`<p class="hint">${t('kioskPages.who.orCard')}</p>` : nothing}`
            : html`<p class="kindly" role="alert">${t((digits ? TROUBLES : CARD_TROUBLES)[trouble])}</p>`
        }
      </div>
    </div>
    ${digits ? typedView(typed) : nothing} ${digits ? html`<ll-keypad></ll-keypad>` : nothing}
    <div class="others">
      ${
        ways.includes('name') && finder.beginnings.length > 0
          ? html`<ll-button kind="edge" @click=${byName}>${t('kioskPages.who.noNumber')}</ll-button>`
          : nothing
      }
      <slot name="ways"></slot>
    </div>
  </div>`;
}

function typedView(typed: string) {
  const places = Array.from({ length: TAIL_LENGTH }, (_, i) => i);
  return html`<div
    class="digits"
    role="status"
    data-say=""
    aria-label=${t('kioskPages.who.typed', { count: typed.length })}
  >
    ${places.map((i) => html`<span class=${i === typed.length ? 'next' : ''}>${typed[i] ?? ''}</span>`)}
  </div>`;
}

const BEGINNINGS_IN_A_ROW = 4;

/** How the name begins, of those who have no number. */
export function beginningsView(beginnings: readonly string[], choose: (beginning: string) => void) {
  return html`<h1>${t('kioskPages.who.beginning')}</h1>
    <p class="hint">${t('kioskPages.who.beginningMore')}</p>
    <ll-pages class="beginnings">
      ${rowsOf(beginnings, BEGINNINGS_IN_A_ROW).map(
        (row) =>
          html`<div class="row">
            ${row.map(
              (beginning) =>
                html`<ll-button kind="edge" lang="zh-CN" @click=${() => choose(beginning)}
                  >${beginning}</ll-button
                >`,
            )}
          </div>`,
      )}
    </ll-pages>`;
}

function rowsOf<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (let at = 0; at < all.length; at += length) rows.push(all.slice(at, at + length));
  return rows;
}

/** Whose number it may be: masked names, and that it is none of them. */
export function namesView(
  { names, from }: StepOf<'names'>,
  ofAnother: boolean,
  { choose, none }: { readonly choose: (one: Shown) => void; readonly none: () => void },
) {
  const own = !ofAnother;
  const one = own ? 'kioskPages.who.isThisYou' : 'kioskPages.who.isThisOne';
  const several = own ? 'kioskPages.who.whichName' : 'kioskPages.who.whichOne';
  return html`<h1>${t(names.length === 1 ? one : several)}</h1>
    ${nameCards(names, t(own ? 'kioskPages.who.me' : 'kioskPages.who.this'), choose)}
    <div class="ways one">
      ${alikeHint(names)}
      <ll-button @click=${none}
        >${t(from === 'digits' ? 'kioskPages.who.notMe' : 'kioskPages.who.notThese')}</ll-button
      >
    </div>`;
}

const isAlike = (names: readonly Shown[]): boolean => names.some(({ order }) => order !== undefined);

/** Who tells somebody which of the same names theirs is. */
export const alikeHint = (names: readonly Shown[]) =>
  isAlike(names) ? html`<p class="hint">${t('kioskPages.who.sameNames')}</p>` : nothing;

/** So many stand large, and still side by side where the glass is wider than high. */
const FEW = 2;

/** Masked names to choose from, each with what choosing it says; those whom nothing else tells apart have a number. */
export function nameCards<S extends Shown>(names: readonly S[], words: string, choose: (one: S) => void) {
  const kind =
    names.length > FEW ? (isAlike(names) ? 'alike' : '') : names.length === 1 ? 'few single' : 'few';
  return html`<ll-pages class="names ${kind}" data-careful>
    ${names.map(
      (one) =>
        html`<button type="button" class="choice name" data-careful @click=${() => choose(one)}>
          <b lang="zh-CN" data-private>${one.maskedName}</b>${
            one.order === undefined
              ? nothing
              : html`<small>${t('kioskPages.who.ofName', { number: one.order })}</small>`
          }<span>${words}</span>
        </button>`,
    )}
  </ll-pages>`;
}
