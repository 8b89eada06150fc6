/** Finding the subject that a person means. */

import { type Assessment, periodLabel, type SubjectResult } from '@oneneedle/kernel';
import type { Folder } from '../assessment/index.ts';
import { Refusal } from '../platform/index.ts';

const shownNames = 20;

/** The subject with this code, name or former name; refuses what fits none or several. */
export function subjectNamed(asked: string, folder: Folder, result: Assessment): SubjectResult {
  const { subjects } = result;
  const byCode = subjects.find(({ code }) => code === asked);
  if (byCode) return byCode;
  const { units, persons } = folder.book.roster;
  const former = new Set(
    units.filter(({ aliases }) => aliases.includes(asked)).map(({ code }) => code),
  );
  const named = subjects.filter(({ code, name }) => name === asked || former.has(code));
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  if (only) {
    throw new Refusal(`叫“${asked}”的有 ${named.length} 个，请用编码：${listed(named)}。`);
  }
  const known = [...units, ...persons].some(
    ({ code, name }) => code === asked || name === asked || former.has(code),
  );
  const when = periodLabel(result.period);
  const what = known
    ? `名册里有“${asked}”，但${when}不是本办法的考核对象（起止日期、类别或条件不符）；看别的期用 --period。`
    : `${when}没有考核对象“${asked}”，名册里也没有这个编码、名称或曾用名。`;
  const near = subjects.filter(({ code, name }) =>
    [code, name].some((text) => isNear(text, asked)),
  );
  const choice = near.length > 0 ? `是不是：${listed(near)}？` : `可选：${listed(subjects)}。`;
  throw new Refusal(`${what}${choice}`);
}

function isNear(text: string, asked: string): boolean {
  return asked !== '' && (text.includes(asked) || asked.includes(text));
}

function listed(subjects: readonly SubjectResult[]): string {
  const names = subjects
    .slice(0, shownNames)
    .map(({ code, name }) => (code === name ? name : `${code} ${name}`));
  const rest = subjects.length > shownNames ? ` 等 ${subjects.length} 个` : '';
  return `${names.join('、')}${rest}`;
}
