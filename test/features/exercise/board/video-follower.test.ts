import { expect } from 'chai';
import { VideoFollower } from '../../../../src/features/exercise/board/video-follower.ts';

/** A television's video by a clock of its own: it goes at its pace, and a leap takes as long as the set takes. */
class SlowVideo {
  playbackRate = 1;
  leaps = 0;
  #atMs = 0;
  #busyUntil = 0;
  #clock = 0;

  constructor(
    private readonly leapTakesMs: number,
    /** What of its pace the set keeps up with. */
    private readonly keepsUp = 1,
  ) {}

  get now(): number {
    return this.#clock;
  }
  get seeking(): boolean {
    return this.#clock < this.#busyUntil;
  }
  get currentTime(): number {
    return this.#atMs / 1000;
  }
  set currentTime(seconds: number) {
    this.leaps += 1;
    this.#atMs = seconds * 1000;
    this.#busyUntil = this.#clock + this.leapTakesMs;
  }
  pass(ms: number): void {
    const busy = Math.min(ms, Math.max(0, this.#busyUntil - this.#clock));
    this.#atMs += (ms - busy) * this.playbackRate * this.keepsUp;
    this.#clock += ms;
  }
}

describe('a film that follows a run', () => {
  const follow = (video: SlowVideo, seconds: number, startMs = 0, rate = 1) => {
    const follower = new VideoFollower(video, () => video.now);
    let last = { driftMs: 0, leaps: 0, following: true };
    for (let second = 0; second < seconds; second += 1) {
      last = follower.follow({ playing: true, positionMs: startMs + video.now * rate, rate, command: '1' });
      video.pass(1000);
    }
    return last;
  };

  it('on a set whose leaps take two seconds comes within a tenth of one, and stays without leaping', () => {
    for (const leapTakesMs of [50, 500, 1400, 2000]) {
      const video = new SlowVideo(leapTakesMs);
      const { driftMs, following } = follow(video, 120, 60_000);
      expect(Math.abs(driftMs), `${leapTakesMs} ms a leap`).to.be.at.most(160);
      expect(following).to.equal(true);
      expect(video.leaps).to.be.at.most(3);
    }
  });

  it('never leaps more than three times for one command, and says that it cannot follow', () => {
    const video = new SlowVideo(1000, 0.7);
    const { following } = follow(video, 600, 30_000);
    expect(video.leaps).to.equal(3);
    expect(following).to.equal(false);
  });

  it('at another pace keeps to that', () => {
    const video = new SlowVideo(300);
    const { driftMs } = follow(video, 60, 0, 0.8);
    expect(Math.abs(driftMs)).to.be.at.most(160);
    expect(video.leaps).to.equal(0);
  });
});
