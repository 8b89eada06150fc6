/** What proves a seal, large enough to be copied into the minutes by hand. */

import { useState } from 'react';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Sealed } from './replies.ts';

export function SealedCodes({ sealed }: { sealed: Sealed }) {
  const w = useWords(readinessWords);
  const { edition = 1, results, receiptCode = '', ledgerRoot, resultSha256 } = sealed;
  return (
    <section className="sealed-codes" role="status">
      <p>
        <strong>{w.sealedNow(edition, results)}</strong> {w.keepCodes}
      </p>
      <dl>
        <Code name={w.receipt} code={receiptCode} />
        <Code name={w.ledgerRoot} code={ledgerRoot} shown={inFours(ledgerRoot)} />
        <Code name={w.resultHash} code={resultSha256} shown={inFours(resultSha256)} isSmall />
      </dl>
    </section>
  );
}

interface CodeProps {
  name: string;
  /** As it is copied. */
  code: string;
  /** As people read it. */
  shown?: string;
  isSmall?: boolean;
}

function Code({ name, code, shown = code, isSmall = false }: CodeProps) {
  const w = useWords(readinessWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code className={isSmall ? undefined : 'large-code'}>{shown}</code>{' '}
        <Button className="no-print" onClick={() => void copy()}>
          {w.copy}
        </Button>{' '}
        <span role="status" className="soft">
          {isCopied && w.copiedCode}
        </span>
      </dd>
    </div>
  );
}

/** Hex in groups of four: people read and compare it so. */
function inFours(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(' ') ?? hex;
}
