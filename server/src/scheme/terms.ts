/** What a rule says, taken apart: so that it can be told in a sentence and compared with another. */

/** A part of a rule: points under a label, or a value. */
export interface Term {
  /** The same in two versions of a rule, so that they can be held beside each other. */
  readonly key: string;
  readonly label: string;
  /** Exact points with their sign: "-0.5". */
  readonly points?: string;
  readonly value?: string;
}

/** "每处扣0.5分；第二次起每次扣1分". */
export function termsText(terms: readonly Term[]): string {
  return terms.map(termText).join('；');
}

/** "扣0.5分", "加2分", "计0分". */
export function pointsWords(points: string): string {
  if (isZero(points)) return '计0分';
  return points.startsWith('-') ? `扣${points.slice(1)}分` : `加${points}分`;
}

/** What changed between two lists of terms, a phrase each: 每处扣分由0.5改为1. */
export function termChanges(before: readonly Term[], after: readonly Term[]): string[] {
  const old = new Map(before.map((term) => [term.key, term]));
  const keys = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((term) => {
      const was = old.get(term.key);
      if (!was) return [`新增“${termText(term)}”`];
      return termText(was) === termText(term) ? [] : [changeText(was, term)];
    }),
    ...before.filter(({ key }) => !keys.has(key)).map((term) => `删去“${termText(term)}”`),
  ];
}

function termText({ label, points, value }: Term): string {
  return points === undefined ? `${label}${value ?? ''}` : `${label}${pointsWords(points)}`;
}

function changeText(was: Term, now: Term): string {
  const isSameLabel = was.label === now.label;
  if (!isSameLabel || was.points === undefined || now.points === undefined) {
    return isSameLabel && was.value !== undefined && now.value !== undefined
      ? `${now.label}由“${was.value}”改为“${now.value}”`
      : `“${termText(was)}”改为“${termText(now)}”`;
  }
  const signs = [signOf(was.points), signOf(now.points)];
  if (signs[0] !== signs[1]) {
    return `${now.label}由${pointsWords(was.points)}改为${pointsWords(now.points)}`;
  }
  const [a, b] = [was.points.replace('-', ''), now.points.replace('-', '')];
  return `${now.label}${signs[0]}分由${a}改为${b}`;
}

function signOf(points: string): string {
  if (isZero(points)) return '计';
  return points.startsWith('-') ? '扣' : '加';
}

function isZero(points: string): boolean {
  return /^-?0(?:\.0*)?%?$/.test(points);
}
