/** What the gate says, beside the field that it is about. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { Finding } from './replies.ts';

interface FindingsProps {
  findings: readonly Finding[];
  /** What may be done about the demand that a finding names. */
  deed?(demand: string): ReactNode;
}

/** Each with a mark in words and shape: what stops is not told by colour alone. */
export function Findings({ findings, deed }: FindingsProps) {
  const w = useWords(demandWords);
  const town = useTown();
  if (findings.length === 0) return null;
  return (
    <ul className="demand-findings">
      {findings.map(({ code, stops, sentence, demand }) => (
        <li key={`${code} ${sentence}`} className={stops ? 'demand-stops' : 'demand-notes'}>
          <span aria-hidden="true">{stops ? '■' : '●'}</span> {sentence}
          {demand !== undefined && (
            <span className="demand-other no-print">
              <Link to={`/${town}/work/demands`} search={{ open: demand } as never}>
                {w.seeIt}
              </Link>{' '}
              {deed?.(demand)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
