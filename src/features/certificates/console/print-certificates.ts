import { css, html, type TemplateResult } from 'lit';
import { formatDate, locale, t } from '../../../i18n/index.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { printSheet } from '../../../ui/console/print-sheet.ts';
import type { Certificate } from '../model/finished.ts';

const styles = css`
  article {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    box-sizing: border-box;
    height: 185mm;
    padding: 20mm 28mm;
    border: 1mm solid #8a1f11;
    outline: 0.4mm solid #8a1f11;
    outline-offset: -4mm;
    break-after: page;
    break-inside: avoid;
    overflow: hidden;
  }
  article:last-child {
    break-after: auto;
  }
  h1 {
    margin: 4mm 0 0;
    color: #8a1f11;
    font-size: 44pt;
    font-weight: 900;
    letter-spacing: 0.35em;
    text-indent: 0.35em;
  }
  h1.latin {
    font-size: 34pt;
    letter-spacing: 0.08em;
    text-indent: 0;
  }
  .name {
    align-self: flex-start;
    margin: 14mm 0 0;
    font-size: 24pt;
    font-weight: 700;
  }
  .body {
    align-self: stretch;
    margin: 7mm 0 0;
    font-size: 20pt;
    line-height: 1.9;
    text-indent: 2em;
    overflow-wrap: anywhere;
  }
  .body.latin {
    text-indent: 0;
    line-height: 1.6;
  }
  footer {
    position: absolute;
    right: 28mm;
    bottom: 20mm;
    text-align: center;
    font-size: 18pt;
    line-height: 1.7;
  }
`;

/** 2026年11月22日 · 22 November 2026 */
const wholeDate = (date: CivilDate): string =>
  t('staff.certificate.paper.date', { year: date.slice(0, 4), date: formatDate(date) });

/** Prints certificates, each on an A4 lying on its side; made on this device. */
export async function printCertificates(
  certificates: readonly (Certificate & { readonly name: string })[],
  centre: string,
): Promise<void> {
  const [first] = certificates;
  if (first === undefined) return;
  const title = [
    t('staff.certificate.paper.title'),
    first.courseName,
    certificates.length === 1 ? first.name : '',
  ]
    .filter((words) => words !== '')
    .join(' ');
  await printSheet({
    content: html`${certificates.map((one) => paper(one, centre))}`,
    styles,
    paper: 'A4 landscape',
    title,
  });
}

function paper(certificate: Certificate & { readonly name: string }, centre: string): TemplateResult {
  const { name, courseName, from, until, attended, issuedOn } = certificate;
  const latin = locale() === 'en' ? 'latin' : '';
  const said = { course: courseName, from: wholeDate(from), until: wholeDate(until), count: attended };
  return html`<article>
    <h1 class=${latin}>${t('staff.certificate.paper.title')}</h1>
    <p class="name">${t('staff.certificate.paper.to', { name })}</p>
    <p class="body ${latin}">${t('staff.certificate.paper.body', said)}</p>
    <footer>${centre}<br />${wholeDate(issuedOn ?? until)}</footer>
  </article>`;
}
