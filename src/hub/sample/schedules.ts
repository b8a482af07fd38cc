import { id } from '../../kernel/ids.ts';
import type { Schedule } from '../../features/schedules/model/schedule.ts';

const allWeek = [1, 2, 3, 4, 5, 6, 7];

/** What the sample screens show: the dining hall the meal that is on or comes next, the exercise room its timetable. */
export const sampleSchedules: readonly Schedule[] = [
  { id: id('dining-hall'), dayparts: [{ weekdays: allWeek, from: '00:00', to: '00:00', show: 'menu' }] },
  {
    id: id('exercise-room'),
    dayparts: [{ weekdays: allWeek, from: '06:00', to: '21:00', show: 'timetable' }],
  },
];
