import { pose, type Key, type PoseChange } from '../rig/pose.ts';
import { OPEN, STAND, hands, stance } from '../rig/poses.ts';
import { between, type Move } from './form-times.ts';

/** Form 8: up on the toes, held, and a soft drop; then a rest before the next. */
export const heelDrops: Move = (form) => {
  const still = pose(STAND, stance(10, 83.5, 10));
  const raised = pose(
    still,
    { pelvis: [0, 92.5, 2], head: { pitch: -3 }, footL: { heel: 10 }, footR: { heel: 10 } },
    hands([-23, -5, 2], [0, -1, 0], [0.95, 0, -0.3], [-0.9, 0, -0.6], OPEN),
  );
  const lower = pose(raised, { pelvis: [0, 87.5, 1], footL: { heel: 5 }, footR: { heel: 5 } });
  const landed = pose(still, { pelvis: [0, 81.5, 1], head: { pitch: 4 } });
  const once: readonly Key[] = [
    [0, still],
    [0.36, raised],
    [0.52, raised],
    [0.61, lower],
    [0.68, landed],
    [0.78, still],
    [0.97, still],
  ];
  const first = form.repetitions[0]?.atMs ?? form.endMs;
  const at = (share: number): number => form.startMs + (first - form.startMs) * share;
  const left: PoseChange = { footL: { at: [-10, 0, 0], out: 10 } };
  // The feet come closer one after the other, never both at once.
  return [
    [form.startMs, STAND],
    [at(0.08), pose(STAND, { pelvis: [3, 83, 0] })],
    [at(0.22), pose(STAND, { pelvis: [4, 83, 0], footL: { at: [-12, 2.5, 0], heel: 1 } })],
    [at(0.34), pose(STAND, left, { pelvis: [0, 83.3, 0] })],
    [at(0.46), pose(STAND, left, { pelvis: [-3, 83, 0], footR: { at: [12, 2.5, 0], heel: 1 } })],
    [at(0.58), still],
    ...between({ ...form, startMs: at(0.7) }, still, once),
  ];
};
