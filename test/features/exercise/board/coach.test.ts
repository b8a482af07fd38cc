import { expect } from 'chai';
import { CoachFrameEvent, LlCoach } from '../../../../src/features/exercise/board/coach/coach.ts';
import { stageFor } from '../../../../src/features/exercise/board/coach/stage.ts';
import { programme } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

/** Resolves with the moments drawn, once there are so many. */
const framesOf = (coach: LlCoach, count: number): Promise<readonly number[]> =>
  new Promise((done) => {
    const drawn: number[] = [];
    const heard = ({ atMs }: CoachFrameEvent): void => {
      drawn.push(atMs);
      if (drawn.length < count) return;
      coach.removeEventListener(CoachFrameEvent.type, heard);
      done(drawn);
    };
    coach.addEventListener(CoachFrameEvent.type, heard);
  });

const sheets = (coach: LlCoach): readonly HTMLCanvasElement[] => [
  ...(coach.shadowRoot?.querySelectorAll('canvas') ?? []),
];

/** Where something is drawn on the sheet that moves, as shares of the whole picture; null where nothing is. */
function figure(coach: LlCoach): { left: number; right: number; top: number; bottom: number } | null {
  const [still, moving] = sheets(coach);
  const ctx = moving?.getContext('2d');
  if (still === undefined || moving === undefined || !ctx) return null;
  const { data, width, height } = ctx.getImageData(0, 0, moving.width, moving.height);
  const box = { left: still.width, right: -1, top: height, bottom: -1 };
  for (let i = 3; i < data.length; i += 4) {
    if (data[i] !== 255) continue;
    const at = (i - 3) / 4;
    const x = (still.width - width) / 2 + (at % width);
    const y = Math.floor(at / width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  if (box.bottom < 0) return null;
  return {
    left: box.left / still.width,
    right: box.right / still.width,
    top: box.top / height,
    bottom: box.bottom / height,
  };
}

describe('The drawn hands', () => {
  const beats = Array.from({ length: 6 }, (_, i) => ({
    atMs: 1000 + i * 6000,
    count: i + 1,
    side: i % 2 === 0 ? ('left' as const) : ('right' as const),
    cue: '',
    cueEn: '',
  }));
  const form = programme.forms[0];

  for (const turned of [false, true])
    it(`are two, each whole, whether they do the same or not${turned ? ', and as somebody who faces one' : ''}`, () => {
      if (form === undefined) return expect.fail('there is no form');
      for (const key of ['fists', 'swap']) {
        const stage = stageFor({
          forms: [{ ...form, key, startMs: 0, endMs: 40_000, beats }],
          coach: { kind: 'hands', seated: true },
        });
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [880, 720];
        const ctx = canvas.getContext('2d');
        if (ctx === null) return expect.fail('there is no canvas');
        ctx.setTransform(turned ? -1 : 1, 0, 0, 1, 440, 0);
        // A picture put onto itself is copied whole first: that alone took a slow set as long as the other hand.
        let ontoItself = 0;
        const seen = new Proxy(ctx, {
          get(real, name: keyof CanvasRenderingContext2D) {
            const found: unknown = real[name];
            if (typeof found !== 'function') return found;
            return (...given: readonly unknown[]): unknown => {
              if (name === 'drawImage' && given[0] === canvas) ontoItself += 1;
              return Reflect.apply(found, real, given);
            };
          },
          set: (real, name, value) => Reflect.set(real, name, value, real),
        });
        stage.drawMoving(seen, 1000 + 6000 * 0.5);
        expect(ontoItself, 'the picture put onto itself').to.equal(0);
        const { data } = ctx.getImageData(0, 0, 880, 720);
        const alphaAt = (x: number, y: number): number => data[4 * (y * 880 + x) + 3] ?? 0;
        let [left, right, apart] = [0, 0, 0];
        for (let y = 0; y < 720; y += 3)
          for (let x = 0; x < 440; x += 3) {
            const [one, other] = [alphaAt(x, y), alphaAt(879 - x, y)];
            left += one > 127 ? 1 : 0;
            right += other > 127 ? 1 : 0;
            apart += one > 127 !== other > 127 ? 1 : 0;
          }
        expect(left, `${key}: the one on the left`).to.be.above(2000);
        expect(right, `${key}: the one on the right`).to.be.above(2000);
        if (key === 'fists') expect(apart, 'in a mirror').to.equal(0);
        else expect(apart, 'each its own').to.be.above(200);
      }
    });

  it('give the memory of what is not seen of them back, and are drawn again after that', () => {
    if (form === undefined) return expect.fail('there is no form');
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [880, 720];
    const ctx = canvas.getContext('2d');
    if (ctx === null) return expect.fail('there is no canvas');
    ctx.setTransform(1, 0, 0, 1, 440, 0);
    const stage = stageFor({
      forms: [{ ...form, key: 'fists', startMs: 0, endMs: 40_000, beats }],
      coach: { kind: 'hands', seated: true },
    });
    const unseen = sheetsMadeIn(() => stage.drawMoving(ctx, 4000));
    const pixels = (): number => unseen.reduce((sum, { width, height }) => sum + width * height, 0);
    expect(pixels()).to.be.above(0);
    stage.release?.();
    expect(pixels()).to.equal(0);
    ctx.clearRect(-440, 0, 880, 720);
    stage.drawMoving(ctx, 4000);
    const { data } = ctx.getImageData(0, 0, 880, 720);
    expect(data.filter((value, i) => i % 4 === 3 && value > 127).length, 'pixels drawn').to.be.above(20_000);
  });
});

/** The sheets that are made while something is done, with those that nobody sees. */
function sheetsMadeIn(done: () => void): readonly HTMLCanvasElement[] {
  const made: HTMLCanvasElement[] = [];
  const { createElement } = document;
  document.createElement = (name: string): HTMLElement => {
    const element = createElement.call(document, name);
    if (element instanceof HTMLCanvasElement) made.push(element);
    return element;
  };
  try {
    done();
  } finally {
    document.createElement = createElement;
  }
  return made;
}

describe('The drawn coach', () => {
  let coach: LlCoach;
  let atMs = 0;
  /** How often it has looked where the run is. */
  let looks = 0;
  let running: ReturnType<typeof setInterval> | undefined;

  beforeEach(() => {
    coach = new LlCoach();
    coach.programme = programme;
    coach.positionMs = () => {
      looks += 1;
      return atMs;
    };
    coach.style.cssText = 'width: 640px; height: 360px';
    atMs = 1000;
  });
  afterEach(() => {
    clearInterval(running);
    coach.remove();
  });

  it('draws the moment where the run is, says so, goes along, and draws nothing anew while that stands still', async () => {
    let heard = framesOf(coach, 1);
    document.body.append(coach);
    expect(await heard).to.deep.equal([1000]);
    coach.playing = true;
    heard = framesOf(coach, 3);
    running = setInterval(() => (atMs += 40), 10);
    const drawn = await heard;
    clearInterval(running);
    expect(drawn).to.deep.equal([...drawn].sort((a, b) => a - b));
    expect(new Set(drawn).size).to.equal(3);

    coach.playing = false;
    await coach.updateComplete;
    let more = 0;
    coach.addEventListener(CoachFrameEvent.type, () => (more += 1));
    const jumped = framesOf(coach, 1);
    atMs = 12_000;
    expect(await jumped).to.deep.equal([12_000]);
    looks = 0;
    await until(() => looks > 2);
    expect(more, 'one frame for one moment').to.equal(1);
  });

  it('keeps the whole figure in the picture, wide, at 4:3 and upright', async () => {
    document.body.append(coach);
    for (const size of ['640px; height: 360px', '480px; height: 360px', '300px; height: 480px']) {
      coach.style.cssText = `width: ${size}`;
      for (const moment of [0, 12_000, 16_000]) {
        atMs = moment;
        await framesOf(coach, 1);
        const box = figure(coach);
        expect(box, `${size} at ${moment}`).to.not.equal(null);
        if (box === null) return;
        expect(box.left, `${size} at ${moment}`).to.be.greaterThan(0);
        expect(box.right).to.be.lessThan(1);
        expect(box.top).to.be.greaterThan(0);
        expect(box.bottom).to.be.lessThan(0.999);
        expect(box.bottom - box.top, 'and it is no speck').to.be.greaterThan(0.3);
      }
    }
  });

  it('is never away from the glass while it turns, sits down or is made to fit anew', async () => {
    coach.playing = true;
    const heard = framesOf(coach, 1);
    document.body.append(coach);
    await heard;
    for (const change of [{ mirrored: false }, { seated: true }, { mirrored: true }, { seated: false }]) {
      Object.assign(coach, change);
      await coach.updateComplete;
      expect(figure(coach), JSON.stringify(change)).to.not.equal(null);
    }
    const again = new Promise<void>((done) => {
      const watch = new ResizeObserver(() => {
        if (coach.clientWidth !== 480) return;
        watch.disconnect();
        done();
      });
      watch.observe(coach);
    });
    coach.style.width = '480px';
    await again;
    expect(sheets(coach)[0]?.width).to.equal(480 * devicePixelRatio);
    expect(figure(coach), 'in another size').to.not.equal(null);
  });

  it('goes with its music as loud as it is asked to, or says that the browser keeps it silent', async () => {
    // A second of silence, as a sound file has it.
    const header = 'UklGRiQIAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAIAAA';
    coach.music = `data:audio/wav;base64,${header}${'gICA'.repeat(682)}gIA=`;
    coach.volume = 0.4;
    coach.playing = true;
    document.body.append(coach);
    await coach.updateComplete;
    const audio = coach.shadowRoot?.querySelector('audio');
    expect(audio?.loop).to.equal(true);
    expect(audio?.volume).to.equal(0.4);
    await audio?.play().catch((error: unknown) => error);
    await Promise.resolve();
    expect(audio?.paused === false || coach.silent, 'heard, or told that it is not').to.equal(true);
    coach.playing = false;
    await coach.updateComplete;
    expect(audio?.paused).to.equal(true);
  });

  it('gives its memory back when it is taken away, and draws no more', async () => {
    coach.playing = true;
    const heard = framesOf(coach, 1);
    document.body.append(coach);
    await heard;
    coach.remove();
    expect(sheets(coach).map(({ width }) => width)).to.deep.equal([0, 0]);
    let after = 0;
    coach.addEventListener(CoachFrameEvent.type, () => (after += 1));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(after).to.equal(0);
    const again = framesOf(coach, 1);
    document.body.append(coach);
    await again;
    expect(sheets(coach)[1]?.width, 'and is there again when it is put back').to.be.greaterThan(0);
  });
});
