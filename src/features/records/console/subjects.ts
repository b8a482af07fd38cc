import type { Kind } from '../../../kernel/rows.ts';
import { formatDate, t, type TKey } from '../../../i18n/index.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { parseMenuId } from '../../menus/model/menu.ts';

/** The name of a row, else what its kind is called. */
type Say = (kind: Kind, id: string) => string;

interface Subject {
  /** What one of it is called where it has no name, or none that whoever reads may know. */
  readonly word: TKey;
  /** What its id says, where it has no name of its own; nothing where the id cannot be read. */
  readonly read?: (id: string, say: Say) => readonly string[];
}

const ofDevice = (id: string, say: Say): readonly string[] => [say('device', id)];
/** `DEVICE/WORD`: which word it was is told beside it. */
const ofCommand = (id: string, say: Say): readonly string[] => ofDevice(id.split('/', 1)[0] ?? id, say);
const ofMember = (id: string, say: Say): readonly string[] => [say('member', id)];

function ofSession(id: string, say: Say): readonly string[] {
  const session = parseSessionId(id);
  return session === null ? [] : [formatDate(session.date), say('course', session.courseId)];
}

function ofAttendance(id: string, say: Say): readonly string[] {
  const [, day, course, member] = /^(\d{4}-\d{2}-\d{2})\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  if (day === undefined || course === undefined || member === undefined) return [];
  return [formatDate(day), say('course', course), say('member', member)];
}

/** `MEMBER/COURSE/UNTIL` */
function ofCertificate(id: string, say: Say): readonly string[] {
  const [member, course] = id.split('/');
  return member === undefined || course === undefined ? [] : [say('member', member), say('course', course)];
}

function ofMenu(id: string): readonly string[] {
  const menu = parseMenuId(id);
  return menu === null ? [] : [formatDate(menu.date), t(`common.meal.${menu.meal}`)];
}

/** How what a change touched reads, by its kind: in words and names, never by an id. */
const subjects: { readonly [K in Kind]: Subject } = {
  account: { word: 'staff.subject.account' },
  allClear: { word: 'staff.subject.notice' },
  attendance: { word: 'staff.subject.checkIn', read: ofAttendance },
  attendanceCount: { word: 'staff.subject.checkIn', read: ofSession },
  audit: { word: 'staff.subject.record' },
  calendarDay: { word: 'staff.subject.calendar', read: (day) => [formatDate(day)] },
  certificate: { word: 'staff.subject.certificate', read: ofCertificate },
  centre: { word: 'staff.subject.centre' },
  comePass: { word: 'staff.subject.checkIn', read: ofSession },
  course: { word: 'staff.subject.course' },
  device: { word: 'staff.subject.device' },
  deviceAnswer: { word: 'staff.subject.device', read: ofCommand },
  deviceCommand: { word: 'staff.subject.device', read: ofCommand },
  deviceConfig: { word: 'staff.subject.device', read: ofDevice },
  deviceFaults: { word: 'staff.subject.device', read: ofDevice },
  deviceHealth: { word: 'staff.subject.device', read: ofDevice },
  deviceMedia: { word: 'staff.subject.device', read: ofDevice },
  dish: { word: 'staff.subject.dish' },
  enrolment: { word: 'staff.subject.enrolment', read: ofAttendance },
  enrolmentAnswer: { word: 'staff.subject.enrolment' },
  enrolmentCount: { word: 'staff.subject.enrolment', read: ofSession },
  glass: { word: 'staff.subject.screen', read: ofDevice },
  helpCall: { word: 'staff.subject.help' },
  hubClock: { word: 'staff.subject.clock' },
  looseClaim: { word: 'staff.subject.checkIn' },
  media: { word: 'staff.subject.media' },
  formerMember: { word: 'staff.refusals.elder' },
  member: { word: 'staff.refusals.elder' },
  menu: { word: 'staff.subject.menu', read: ofMenu },
  menuDraft: { word: 'staff.subject.menu', read: ofMenu },
  menuImport: { word: 'staff.subject.menu' },
  menuPlan: { word: 'staff.subject.menuPlan' },
  mealCount: { word: 'staff.subject.menu', read: ofMenu },
  menuEditing: { word: 'staff.subject.menu' },
  menuReminder: { word: 'staff.subject.menu', read: ofMenu },
  notice: { word: 'staff.subject.notice' },
  noticeHouse: { word: 'staff.subject.noticeHouse' },
  noticeProposal: { word: 'staff.subject.notice' },
  place: { word: 'staff.subject.place' },
  playlist: { word: 'staff.subject.playlist' },
  playCount: { word: 'staff.subject.screen', read: (id, say) => ofDevice(id.split('/', 1)[0] ?? '', say) },
  policy: { word: 'staff.subject.policy' },
  policyHouse: { word: 'staff.subject.policyHouse' },
  policyProposal: { word: 'staff.subject.policy' },
  policyWithdrawn: { word: 'staff.subject.policy' },
  programme: { word: 'staff.subject.video' },
  push: { word: 'staff.subject.screen', read: ofDevice },
  refusal: { word: 'staff.subject.record' },
  request: { word: 'staff.subject.request' },
  requestAnswer: { word: 'staff.subject.request' },
  roster: { word: 'staff.refusals.elder', read: ofMember },
  run: { word: 'staff.subject.screen', read: ofDevice },
  runReport: { word: 'staff.subject.screen', read: ofDevice },
  schedule: { word: 'staff.subject.screen', read: ofDevice },
  sessionChange: { word: 'staff.subject.course', read: ofSession },
};

const known: ReadonlyMap<string, Subject> = new Map(Object.entries(subjects));

/** What `kind/id` is called; nothing where the kind is a newer build's. */
export function subjectName(ref: string, names: ReadonlyMap<string, string>): string {
  const [, kind, id] = /^([A-Za-z]+)\/(.+)$/.exec(ref) ?? [];
  const subject = known.get(kind ?? '');
  if (id === undefined || subject === undefined) return '';
  const own = names.get(ref);
  if (own !== undefined) return own;
  const say: Say = (one, key) => names.get(`${one}/${key}`) ?? t(subjects[one].word);
  const read = subject.read?.(id, say) ?? [];
  return read.length > 0 ? read.join(' ') : t(subject.word);
}
