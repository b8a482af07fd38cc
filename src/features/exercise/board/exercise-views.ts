import { html, nothing, type TemplateResult } from 'lit';
import { countAt, beatAt, numberedForms, type Form, type Programme } from '../model/run.ts';
import { nameOf, numberOf, numeralOf } from '../words/form-words.ts';
import { formatClock, locale, t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { clockTime } from '../../../kernel/time.ts';
import type { Session } from '../../classes/model/sessions.ts';
import type { ExerciseLayout } from './exercise-layout.ts';

/** What stands beside the matter: who is here, and what comes after it. */
interface Aside {
  readonly came: number | null;
  readonly next: Session | null;
}

/** 今天 23 人 · 15:00 手指操; empty where there is nothing to say. */
export function asideText({ came, next }: Aside): string {
  const parts = [
    came === null || came === 0 ? '' : t('exercise.came', { count: came }),
    next === null
      ? ''
      : t('exercise.next', { time: formatClock(clockTime(next.startMinute)), name: courseName(next) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const courseName = ({ course }: Session): string => inPageLanguage(course.name, course.nameEn);

export const titleOf = (programme: Programme): string =>
  locale() === 'en' ? programme.titleEn : programme.title;

/** The cue of the moment: the repetition's own, else the form's. */
export function cueAt(form: Form | null, atMs: number): string {
  const beat = form === null ? null : beatAt(form, atMs);
  return (locale() === 'en' ? (beat?.cueEn ?? form?.cueEn) : (beat?.cue ?? form?.cue)) ?? '';
}

/** What is to be done, and beside it who is here and what comes next, as far as there is room. */
export const cueView = (
  cue: string,
  layout: ExerciseLayout,
  aside: string,
): TemplateResult | typeof nothing =>
  layout.cue === null
    ? nothing
    : html`<p class="cue"><b>${cue}</b>${layout.aside ? html`<span>${aside}</span>` : nothing}</p>`;

/** The count of a repetition, its side and how many there are. */
export function countView(
  form: Form | null,
  atMs: number,
  { flat, of }: ExerciseLayout,
): TemplateResult | typeof nothing {
  const count = form === null ? null : countAt(form, atMs);
  if (form === null || count === null) return html`<div class="count"></div>`;
  const side = beatAt(form, atMs)?.side ?? 'both';
  return html`<div class="count ${flat ? 'flat' : ''}">
    <span class="digit">${count.count}</span>
    ${of ? html`<span class="of">${t('exercise.of', { count: count.of })}</span>` : nothing}
    <span class="side">${side === 'both' ? nothing : t(`exercise.side.${side}`)}</span>
  </div>`;
}

/** A dot a form: what is done, what is being done. */
export function dotsView(programme: Programme, form: Form | null): TemplateResult | typeof nothing {
  const numbered = numberedForms(programme);
  const now = form?.number ?? 0;
  if (numbered.length < 2) return nothing;
  return html`<span
    class="dots"
    role="img"
    aria-label=${
      numbered.some(({ number }) => number === now)
        ? t('exercise.progress', { number: now, all: numbered.length })
        : t('exercise.outside', {
            form: form === null ? titleOf(programme) : nameOf(form),
            all: numbered.length,
          })
    }
    >${numbered.map(
      ({ number }) => html`<i class=${number < now ? 'done' : number === now ? 'now' : 'next'}></i>`,
    )}</span
  >`;
}

/** What is done, in the largest words there are; the number of a form beside it where there is room. */
export function nameView(programme: Programme, form: Form | null, layout: ExerciseLayout): TemplateResult {
  const number =
    form === null
      ? null
      : layout.number === 'whole'
        ? numberOf(form)
        : layout.number === 'short'
          ? numeralOf(form)
          : null;
  return html`<h1 class="form">
    ${number === null ? nothing : html`<em>${number}</em>`}<span
      >${form === null ? titleOf(programme) : nameOf(form)}</span
    >
  </h1>`;
}
