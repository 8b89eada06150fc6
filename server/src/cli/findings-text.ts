/** Findings as lines: the room's own in Chinese; in English each sentence behind its code. */

import type { Finding } from '@oneneedle/kernel';
import { countText, groupedText } from '../platform/index.ts';
import type { Desk } from './command.ts';
import { inLanguage } from './words/rooms.ts';

/** All findings by severity; '' for none. In English one line says why the sentences are Chinese. */
export function findingsText(findings: readonly Finding[], { language, say }: Desk): string {
  if (language === 'zh') return groupedText(findings);
  if (findings.length === 0) return '';
  const coded = findings.map((finding) => ({
    ...finding,
    sentence: `[${finding.code}] ${finding.sentence}`,
  }));
  return `${inLanguage(groupedText(coded), language)}\n\n${say('material')}`;
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countsText(findings: readonly Finding[], { language }: Desk): string {
  return inLanguage(countText(findings), language);
}
