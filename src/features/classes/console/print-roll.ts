import { css, html, type TemplateResult } from 'lit';
import { formatDay, formatTimeAt, locale, t } from '../../../i18n/index.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { printSheet } from '../../../ui/console/print-sheet.ts';
import type { Session } from '../model/sessions.ts';
import { leaderTold, roomTold } from '../model/told.ts';
import { clockAt, courseName } from './clash-words.ts';
import { nameOnRoll, readRoll, rollOf, type OnRoll } from './roll.ts';

/** Empty lines at the end, for who is not on it. */
const SPARE_LINES = 6;

const styles = css`
  h1 {
    margin: 0;
    font-size: 20pt;
  }
  p {
    margin: 2mm 0 4mm;
    font-size: 11pt;
  }
  table {
    width: calc(100% - 0.5mm);
    border-collapse: collapse;
    font-size: 12pt;
  }
  thead {
    display: table-header-group;
  }
  tr {
    break-inside: avoid;
  }
  th,
  td {
    height: 9mm;
    padding: 0 2mm;
    border: 0.3mm solid #000;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .no {
    width: 10mm;
  }
  .here {
    width: 32mm;
  }
  .sign {
    width: 45mm;
  }
`;

/** Prints a session's roll on A4, to be signed by hand where somebody wants that; empty lines follow. */
export async function printRoll(store: LocalStore | undefined, session: Session): Promise<void> {
  if (store === undefined) return;
  const roll = rollOf(await store.query((view) => readRoll(view, { session: session.id })));
  const [centre] = await store.query((view) => view.list('centre', 'centre'));
  const name = courseName(session.course);
  const title = `${name} ${session.date}`;
  const people = [...roll.listed, ...roll.besides];
  const offset = centre?.utcOffsetMinutes ?? store.utcOffsetMinutes;
  const about = [
    centre?.name ?? '',
    formatDay(session.date),
    clockAt(session.startMinute),
    roomTold(session, locale() === 'en'),
    leaderTold(session, locale() === 'en') ?? '',
    t('staff.roll.came', { count: roll.cameCount }),
  ];
  const content = html`<h1>${name}</h1>
    <p>${about.filter((words) => words !== '').join(' · ')}</p>
    <table>
      <thead>
        <tr>
          <th class="no">${t('staff.roll.paper.number')}</th>
          <th>${t('staff.roll.paper.name')}</th>
          <th class="here">${t('staff.roll.paper.here')}</th>
          <th class="sign">${t('staff.roll.paper.sign')}</th>
        </tr>
      </thead>
      <tbody>
        ${people.map((one, place) => line(place + 1, one, offset))}
        ${Array.from({ length: SPARE_LINES }, (_, place) => spareLine(people.length + place + 1))}
      </tbody>
    </table>`;
  await printSheet({ content, styles, paper: 'A4', title });
}

function line(number: number, one: OnRoll, offset: number): TemplateResult {
  const at = one.cameAtMs === null ? '' : formatTimeAt(one.cameAtMs, offset);
  return html`<tr>
    <td class="no">${number}</td>
    <td>${nameOnRoll(one)}</td>
    <td class="here">${one.came ? `✓ ${at}` : ''}</td>
    <td class="sign"></td>
  </tr>`;
}

const spareLine = (number: number): TemplateResult =>
  html`<tr>
    <td class="no">${number}</td>
    <td></td>
    <td></td>
    <td></td>
  </tr>`;
