/** `oneneedle scheme check FILE`: every finding at once. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check, readScheme } from '@oneneedle/kernel';
import { countText, findingText } from './findings.ts';
import { readKinds } from './folder.ts';
import type { ExitCode, Print } from './main.ts';
import { Refusal } from './refusal.ts';

/** Prints all findings; 1 if there is an error, which would make a number wrong. */
export function checkScheme(file: string, print: Print): ExitCode {
  if (!existsSync(file)) throw new Refusal(`没有找到文件“${file}”，请核对路径。`);
  const read = readScheme(readFileSync(file, 'utf8'));
  const kinds = readKinds(join(dirname(file), 'kinds.yaml'));
  const findings = read.value
    ? check(read.value, kinds.value ? { kinds: kinds.value } : {})
    : read.findings;
  for (const finding of [...kinds.findings, ...findings]) print.out(findingText(finding));
  const failed = findings.some((finding) => finding.severity === 'error');
  const catalogue = kinds.value ? '' : '（旁边没有 kinds.yaml，未核对事实目录）';
  print.out(
    failed
      ? `${countText(findings)}。有错误的办法不能计分，请改正后再检查。${catalogue}`
      : `${countText(findings)}。可以计分；提醒事项由负责人决定。${catalogue}`,
  );
  return failed ? 1 : 0;
}
