import { formatClock, formatDate, t, type TKey } from '../../../i18n/index.ts';
import { problemsIn, type FieldProblem } from '../../../kernel/check.ts';
import type { Json } from '../../../kernel/json.ts';
import { fieldsOf } from '../../../kernel/versions.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { isAboutConfig, type Refusal } from '../model/refusal.ts';
import { changeName, subjectWords, type Names } from './record-words.ts';

const whys: Readonly<Record<string, TKey>> = {
  'after-the-meal': 'staff.refusals.why.afterTheMeal',
  'already-assigned': 'staff.refusals.why.assigned',
  'already-meets': 'staff.timetable.refused.already',
  'already-over': 'staff.refusals.why.over',
  'bad-args': 'staff.refusals.why.badContent',
  'bad-item': 'staff.refusals.why.badContent',
  cannot: 'staff.refusals.why.cannot',
  'card-taken': 'staff.refusals.why.cardTaken',
  conflict: 'staff.refusals.why.conflict',
  'day-to-come': 'staff.refusals.why.dayToCome',
  fault: 'staff.refusals.why.fault',
  held: 'staff.refusals.why.held',
  'is-emergency': 'staff.refusals.why.isEmergency',
  'media-in-use': 'staff.refusals.why.mediaInUse',
  'member-removed': 'staff.refusals.why.memberRemoved',
  'no-proposal': 'staff.refusals.why.noProposal',
  'no-check-in': 'staff.refusals.why.noCheckIn',
  'not-done': 'staff.refusals.why.notDone',
  'not-permitted': 'staff.refusals.why.notPermitted',
  'not-redoable': 'staff.refusals.why.notRedoable',
  'not-running': 'staff.refusals.why.notRunning',
  'not-to-be-seen': 'staff.refusals.why.notToBeSeen',
  'not-waiting': 'staff.refusals.why.notWaiting',
  'not-yet': 'staff.roll.refused.notYet',
  'not-yours': 'staff.refusals.why.notYours',
  'own-proposal': 'staff.refusals.why.ownProposal',
  'other-course': 'staff.refusals.why.otherCourse',
  'other-kind': 'staff.refusals.why.otherKind',
  'changed-since': 'staff.refusals.why.changedSince',
  'past-day': 'staff.refusals.why.pastDay',
  'playlist-in-use': 'staff.refusals.why.playlistInUse',
  'removed-media': 'staff.refusals.why.noMedia',
  'same-day': 'staff.refusals.why.sameDay',
  'sent-back': 'staff.refusals.why.sentBack',
  'session-cancelled': 'staff.refusals.why.cancelled',
  'too-late': 'staff.refusals.why.expired',
  'too-old': 'staff.roll.refused.tooOld',
  'too-long': 'staff.refusals.why.tooLong',
  'too-many-notes': 'staff.refusals.why.tooManyNotes',
  'too-many-claims': 'staff.refusals.why.tooManyClaims',
  'unknown-account': 'staff.refusals.why.noAccount',
  'unknown-call': 'staff.refusals.why.noCall',
  'unknown-claim': 'staff.refusals.why.notFound',
  'unknown-course': 'staff.refusals.why.noSession',
  'unknown-device': 'staff.refusals.why.noDevice',
  'unknown-menu': 'staff.refusals.why.noMenu',
  'unknown-plan': 'staff.refusals.why.noPlan',
  'unknown-dish': 'staff.refusals.why.noDish',
  'unknown-form': 'staff.refusals.why.noProgramme',
  'unknown-media': 'staff.refusals.why.noMedia',
  'unknown-member': 'staff.refusals.why.noMember',
  'unknown-programme': 'staff.refusals.why.noProgramme',
  'unknown-record': 'staff.refusals.why.notFound',
  'unknown-request': 'staff.refusals.why.notFound',
  'unknown-screen': 'staff.refusals.why.noDevice',
  'unknown-session': 'staff.refusals.why.noSession',
  'unknown-time': 'staff.refusals.why.noTime',
  'unknown-version': 'staff.refusals.why.newer',
};

const fields: Readonly<Record<string, TKey>> = {
  about: 'staff.refusals.field.about',
  body: 'staff.refusals.field.body',
  name: 'staff.refusals.field.name',
  note: 'staff.refusals.field.note',
  phone: 'staff.refusals.field.phone',
  place: 'staff.refusals.field.place',
  role: 'staff.refusals.field.role',
  room: 'staff.refusals.field.room',
  title: 'staff.refusals.field.title',
};

/** What a field is called, by the last word of its path. */
export function fieldName(path: string): string {
  const [last] = path.split('.').slice(-1);
  return t(fields[last ?? ''] ?? 'staff.refusals.field.other');
}

/** What is to be done about what is wrong with a field. */
export function remedyWords({ code }: FieldProblem): string {
  const [, limit] = /^longer-than-(\d+)$/.exec(code) ?? [];
  if (limit !== undefined) return t('staff.refusals.problem.longer', { limit });
  if (code === 'empty' || code === 'missing') return t('staff.refusals.problem.empty');
  if (code === 'unseen') return t('staff.refusals.problem.unseen');
  // The first is what builds before this one said.
  if (code === 'not-a-mobile-number' || code === 'not-a-phone-number')
    return t('staff.refusals.problem.phone');
  if (code === 'taken') return t('staff.refusals.problem.taken');
  if (code === 'last-manager') return t('staff.refusals.problem.lastManager');
  return t('staff.refusals.problem.other');
}

/** What is wrong with the fields of what was asked, where that is the reason. */
export const fieldProblems = ({ code, detail }: Refusal): readonly FieldProblem[] =>
  code.startsWith('bad-') && code !== 'bad-item' ? problemsIn(detail) : [];

/** Why it was not done, in words; of a reason this build does not know, that it was not. */
export function whyWords(refusal: Refusal): string {
  const { status, code, detail } = refusal;
  // What is wrong with a settings file is in words already, with the file it is in.
  if (isAboutConfig(refusal)) return t('staff.refusals.fieldProblem', { field: code, problem: detail });
  if (status === 'expired') return t('staff.refusals.why.expired');
  const problems = fieldProblems(refusal);
  if (problems.length > 0) {
    return problems
      .map((one) =>
        t('staff.refusals.fieldProblem', { field: fieldName(one.field), problem: remedyWords(one) }),
      )
      .join(t('common.listJoin'));
  }
  return t(
    whys[code] ?? (code.startsWith('bad-') ? 'staff.refusals.why.badContent' : 'staff.refusals.why.other'),
  );
}

/** What it is about, by the names of what it speaks of: `签到 · 王*兰 · 八段锦 11月28日 9:30`. */
export function aboutWords({ name, args }: Refusal, known: Names): string {
  const about = [changeName(name), ...personWords(args, known), subjectOf(args, known)];
  return about.filter((word) => word !== '').join(' · ');
}

/** Whom it is about: by their name, else as the device showed it; never by a number. */
function personWords(args: Json, known: Names): string[] {
  const { memberId, seen } = fieldsOf(args);
  if (typeof memberId !== 'string') return [];
  const { name } = fieldsOf(seen ?? null);
  return [known.get(`member/${memberId}`) ?? (typeof name === 'string' ? name : t('staff.refusals.elder'))];
}

const references: Readonly<Record<string, string>> = {
  menuId: 'menu',
  courseId: 'course',
  dishId: 'dish',
  screenId: 'device',
  noticeId: 'notice',
  programmeId: 'programme',
  mediaId: 'media',
  playlistId: 'playlist',
  policyId: 'policy',
};

function subjectOf(args: Json, known: Names): string {
  const words: string[] = [];
  const subjects: string[] = [];
  for (const [field, value] of Object.entries(fieldsOf(args))) {
    const kind = references[field];
    if (field === 'sessionId' && typeof value === 'string') words.push(sessionWords(value, args, known));
    else if (kind !== undefined && typeof value === 'string') subjects.push(`${kind}/${value}`);
    else if (field !== 'seen') words.push(ownName(value));
  }
  const named = subjects.filter((one) => one.startsWith('menu/') || known.has(one));
  return [...words, subjectWords(named, known)].filter((word) => word !== '').join(' ');
}

/** The name of something that is given whole. */
function ownName(value: Json): string {
  const { name, title } = fieldsOf(value);
  const own = typeof title === 'string' ? title : typeof name === 'string' ? name : '';
  // A name that is too long is why it stands here.
  return own.length > 40 ? `${own.slice(0, 40)}…` : own;
}

function sessionWords(sessionId: string, args: Json, known: Names): string {
  const parts = parseSessionId(sessionId);
  if (parts === null) return '';
  const { start } = fieldsOf(fieldsOf(args)['seen'] ?? null);
  const at = typeof start === 'string' ? ` ${formatClock(start)}` : '';
  return `${known.get(`course/${parts.courseId}`) ?? ''} ${formatDate(parts.date)}${at}`.trim();
}
