/** What the check found, the worst first; each leads to its line. */

import { Button, usePreferences } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Checked, Finding } from './replies.ts';
import { signOf } from './source-lines.ts';

interface FindingsProps {
  checked: Checked;
  isChecking: boolean;
  onPick(line: number): void;
}

export function FindingsList({ checked, isChecking, onPick }: FindingsProps) {
  const w = useWords(schemeTextWords);
  const { findings } = checked;
  return (
    <section className="findings" aria-label={w.findings}>
      <p role="status" className="soft">
        {isChecking ? w.checking : findings.length === 0 ? w.noFindings : ''}
      </p>
      <ol>
        {findings.map((finding) => (
          <li key={`${finding.path} ${finding.code} ${finding.sentence}`}>
            <FindingRow finding={finding} onPick={onPick} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function FindingRow({ finding, onPick }: { finding: Finding; onPick(line: number): void }) {
  const w = useWords(schemeTextWords);
  const { language } = usePreferences();
  const { severity, line, where, sentence, title } = finding;
  const word = { error: w.error, warning: w.warning, hint: w.hint }[severity];
  return (
    <>
      <span className={`finding-${severity}`}>
        <span aria-hidden="true">{signOf(severity)}</span> {word}
      </span>{' '}
      {line !== undefined && (
        <Button kind="link" onClick={() => onPick(line)}>
          {w.at(line)}
        </Button>
      )}{' '}
      {where && <strong>{where} </strong>}
      {language === 'en' && <span>{title}. </span>}
      <span lang="zh-CN">{sentence}</span>
    </>
  );
}
