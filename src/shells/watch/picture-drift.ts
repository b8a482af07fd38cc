/** A picture that stands for months burns into some panels: it moves on by one step so often. */
const STEP_MS = 4 * 60_000;
/** Pixels either way: what stands at the edge of the safe area stays far within the glass. */
const REACH = 3;

/** The places a picture goes through, a step of one pixel at most from each to the next, and back to the first. */
export const places: readonly (readonly [x: number, y: number])[] = ring(REACH);

function ring(reach: number): readonly (readonly [number, number])[] {
  const side = Array.from({ length: 2 * reach }, (_, i) => i - reach);
  const back = side.map((at) => -at);
  return [
    ...side.map((x) => [x, -reach] as const),
    ...side.map((y) => [reach, y] as const),
    ...back.map((x) => [x, reach] as const),
    ...back.map((y) => [-reach, y] as const),
  ];
}

/** Moves the picture, without any motion to be seen. Returns the disposer. */
export function driftPicture(picture: HTMLElement): () => void {
  // Sets that are switched on together, side by side, need not move together; one begins where the day has come to.
  let at = Math.floor(Date.now() / STEP_MS);
  const step = (): void => {
    const [x, y] = places[at % places.length] ?? [0, 0];
    picture.style.setProperty('transform', `translate(${x}px, ${y}px)`);
    at += 1;
  };
  step();
  const timer = setInterval(step, STEP_MS);
  return () => {
    clearInterval(timer);
    picture.style.removeProperty('transform');
  };
}
