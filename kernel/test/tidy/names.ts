/** Paths are kebab-case: one way to write a name, and none that a file system may confuse. */

import type { Finding } from './source.ts';

const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
/** README.md, README.zh-CN.md, LICENSE, Page.tsx. */
const customary = /^(?:[A-Z]+(?:(?:\.[a-z]{2}-[A-Z]{2})?\.md)?|[A-Z][A-Za-z0-9]*\.tsx)$/;

/** Every folder and file is named in kebab-case, but for the customary capitals. */
export function checkNames(paths: string[]): Finding[] {
  const refused = paths.filter((path) => {
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    return !(parts.every((part) => kebab.test(part)) && (kebab.test(file) || customary.test(file)));
  });
  return refused.map((path) => ({ rule: 'names', path, line: 1, message: 'not kebab-case' }));
}
