/** Finding the subject that a person means. */

import type { Assessment, SubjectResult } from '@oneneedle/kernel';
import type { Folder } from '../assessment/index.ts';
import { Refusal } from '../platform/index.ts';
import type { Desk } from './command.ts';
import { periodText } from './time-text.ts';
import type { Say } from './words/say.ts';

const shownNames = 20;

/** The subject with this code, name or former name; refuses what fits none or several. */
export function subjectNamed(
  asked: string,
  folder: Folder,
  result: Assessment,
  { language, say }: Desk,
): SubjectResult {
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
    const values = { asked, count: named.length, listed: listed(named, say) };
    throw new Refusal(say('subject.several', values));
  }
  const known = [...units, ...persons].some(
    ({ code, name }) => code === asked || name === asked || former.has(code),
  );
  const period = periodText(result.period, language);
  const what = say(known ? 'subject.notNow' : 'subject.unknown', { asked, period });
  const near = subjects.filter(({ code, name }) =>
    [code, name].some((text) => isNear(text, asked)),
  );
  const choice =
    near.length > 0
      ? say('subject.near', { listed: listed(near, say) })
      : say('subject.choice', { listed: listed(subjects, say) });
  throw new Refusal(`${what}${choice}`);
}

function isNear(text: string, asked: string): boolean {
  return asked !== '' && (text.includes(asked) || asked.includes(text));
}

function listed(subjects: readonly SubjectResult[], say: Say): string {
  const names = subjects
    .slice(0, shownNames)
    .map(({ code, name }) => (code === name ? name : `${code} ${name}`))
    .join(say('join.and'));
  if (subjects.length <= shownNames) return names;
  return say('subject.listed', { names, count: subjects.length });
}
