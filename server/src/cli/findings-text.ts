/** Findings as lines: the room's own in Chinese; in English each sentence behind its code. */

import type { Finding } from '@oneneedle/kernel';
import { countText, groupedText } from '../platform/index.ts';
import type { Desk } from './command.ts';
import { inLanguage } from './words/rooms.ts';
import type { Language, Say } from './words/say.ts';

/** A finding with the name of its file, where it is about one of several. */
type Placed = Finding & { readonly file?: string };

/** All findings by severity; '' for none. In English one line says why the sentences are Chinese. */
export function findingsText(findings: readonly Placed[], { language, say }: Desk): string {
  if (language === 'zh') return groupedText(findings);
  if (findings.length === 0) return '';
  const coded = findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    path: '',
    sentence: codedText(finding, say),
  }));
  return `${inLanguage(groupedText(coded), language)}\n\n${say('material')}`;
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countsText(findings: readonly Finding[], language: Language): string {
  return inLanguage(countText(findings), language);
}

/** "scheme.yaml line 37, 条款 1.5: [trace-only] …". */
function codedText({ file, line, where, path, code, sentence }: Placed, say: Say): string {
  const row = line === undefined ? '' : say('finding.line', { line });
  const place = [file ?? '', row, where ?? path].filter((part) => part !== '').join(', ');
  return say('finding.coded', { place, code, sentence });
}
