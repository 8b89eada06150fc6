/** Findings as lines: the room's own in Chinese; in English each sentence behind its code. */

import { type Finding, findingTitles, noticeTitles, sealTitles } from '@oneneedle/kernel';
import { countText, findingText, groupedText, type Refusal } from '../platform/index.ts';
import type { Desk } from './command.ts';
import { findingsIn, inLanguage } from './words/rooms.ts';
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

/**
 * What a refusal says. In English the findings that it lists stand with their codes; what other rooms
 * say before and after them is translated.
 */
export function refusalText(refusal: Refusal, language: Language, say: Say): string {
  const findings = findingsIn(refusal);
  if (language === 'zh' || findings.length === 0) return inLanguage(refusal.message, language);
  const lines = refusal.message.split('\n');
  const isListed = (line: string) => /^(?:[■▲○] | {2}· |……|\d+\. )/u.test(line);
  const first = lines.findIndex(isListed);
  const head = first < 0 ? lines : lines.slice(0, first);
  const tail = first < 0 ? [] : lines.slice(first).filter((line) => !isListed(line));
  const told = graveFirst(findings);
  const listed = told.slice(0, shownFindings).map((finding) => {
    const { code, severity } = finding;
    const sentence = codedText(finding, say);
    return inLanguage(findingText({ code, severity, path: '', sentence }), language);
  });
  const rest = told.length - shownFindings;
  const more = rest > 0 ? [say('finding.more', { count: rest })] : [];
  const [before, after] = [head, tail].map((part) =>
    part.map((line) => inLanguage(line, language)),
  );
  return [...(before ?? []), ...listed, ...more, ...(after ?? []), say('material')].join('\n');
}

const shownFindings = 40;

function graveFirst(findings: readonly Placed[]): Placed[] {
  const grave = findings.filter(({ severity }) => severity === 'error');
  return [...grave, ...findings.filter(({ severity }) => severity === 'warning')];
}

/** "2 处错误，3 处提醒，1 处提示". */
export function countsText(findings: readonly Finding[], language: Language): string {
  return inLanguage(countText(findings), language);
}

/** "scheme.yaml, line 37, 条款 1.5: [trace-only] Paper is the only proof: …". */
function codedText({ file, line, where, path, code, sentence }: Placed, say: Say): string {
  const row = line === undefined ? '' : say('finding.line', { line });
  const what = inLanguage(where ?? path, 'en');
  const places = [file ?? '', row, what].filter((part) => part !== '').join(', ');
  const place = places === '' ? '' : say('finding.place', { places });
  const known: Readonly<Record<string, string>> = {
    ...findingTitles,
    ...noticeTitles,
    ...sealTitles,
    table: say('finding.table'),
  };
  const title = known[code];
  if (title === undefined) return say('finding.coded', { place, code, sentence });
  return say('finding.titled', { place, code, title, sentence });
}
