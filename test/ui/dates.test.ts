import { expect } from 'chai';
import {
  clockParts,
  formatClock,
  formatSpan,
  formatTimeWithSeconds,
  setLocale,
} from '../../src/i18n/index.ts';

const eight = 480;

describe('A time of the day as it is said', () => {
  afterEach(() => setLocale('zh-CN'));

  for (const [time, chinese, english] of [
    ['00:00', '上午12:00', '12:00 am'],
    ['00:05', '上午12:05', '12:05 am'],
    ['09:50', '上午9:50', '9:50 am'],
    ['11:59', '上午11:59', '11:59 am'],
    ['12:00', '下午12:00', '12:00 pm'],
    ['12:30', '下午12:30', '12:30 pm'],
    ['17:00', '下午5:00', '5:00 pm'],
    ['23:59', '下午11:59', '11:59 pm'],
  ] as const) {
    it(`is ${chinese} and ${english} at ${time}`, async () => {
      expect(formatClock(time)).to.equal(chinese);
      await setLocale('en');
      expect(formatClock(time)).to.equal(english);
    });
  }

  it('names the half of the day once in a span that stays within it, and twice in one that does not', async () => {
    expect(formatSpan('07:00', '08:30')).to.equal('上午7:00–8:30');
    expect(formatSpan('11:00', '12:30')).to.equal('上午11:00–下午12:30');
    expect(formatSpan('22:00', '00:30')).to.equal('下午10:00–上午12:30');
    expect(formatSpan('23:30', '22:30'), 'round the clock').to.equal('下午11:30–下午10:30');
    await setLocale('en');
    expect(formatSpan('07:00', '08:30')).to.equal('7:00–8:30 am');
    expect(formatSpan('11:00', '12:30')).to.equal('11:00 am–12:30 pm');
  });

  it('is after midnight again for what began the evening before', () => {
    expect(clockParts(1440 + 30)).to.deep.equal({ half: '上午', figures: '12:30' });
  });

  it('has 24 hours where seconds tell', () => {
    expect(formatTimeWithSeconds(Date.UTC(2026, 10, 22, 13, 2, 7), eight)).to.equal('21:02:07');
  });
});
