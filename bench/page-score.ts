/** How fast a page opens on a slow telephone, as one figure from 0 to 100. */

/** Milliseconds, but for the shift, which is a share of the screen. */
export interface PageTimes {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Beyond the first 50 ms of each long task after the first paint. */
  readonly blocking: number;
  readonly shift: number;
}

interface Curve {
  readonly weight: number;
  /** The value that scores 90. */
  readonly p10: number;
  /** The value that scores 50. */
  readonly median: number;
}

/**
 * Lighthouse 10 for mobile. Its speed index (weight 10) needs a film of the page and is left out; the
 * other weights are scaled to the whole.
 * @source https://developer.chrome.com/docs/lighthouse/performance/performance-scoring (Lighthouse 10)
 */
const curves: { readonly [name in keyof PageTimes]: Curve } = {
  firstPaint: { weight: 10, p10: 1800, median: 3000 },
  largestPaint: { weight: 25, p10: 2500, median: 4000 },
  blocking: { weight: 30, p10: 200, median: 600 },
  shift: { weight: 25, p10: 0.1, median: 0.25 },
};

/** The weighted mean of the four, each on its curve. */
export function pageScore(times: PageTimes): number {
  const names = Object.keys(curves) as (keyof PageTimes)[];
  const whole = names.reduce((sum, name) => sum + curves[name].weight, 0);
  const gained = names.reduce(
    (sum, name) => sum + curves[name].weight * onCurve(times[name], curves[name]),
    0,
  );
  return Math.round((1000 * gained) / whole) / 10;
}

/**
 * From 1 (at once) to 0, falling as a log-normal distribution does through (p10, 0.9) and (median, 0.5).
 * @source https://github.com/GoogleChrome/lighthouse/blob/v10.0.2/core/lib/statistics.js
 */
export function onCurve(value: number, { p10, median }: Pick<Curve, 'p10' | 'median'>): number {
  if (value <= 0) return 1;
  const inverseErfcOfOneFifth = 0.9061938024368232;
  const x = (Math.log(value / median) * inverseErfcOfOneFifth) / Math.log(median / p10);
  return (1 - erf(x)) / 2;
}

/**
 * The error function to seven places.
 * @source Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26
 */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const powers = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const sum = powers.reduceRight((rest, factor) => (rest + factor) * t, 0);
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}
