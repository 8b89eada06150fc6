/** Assessment pay: everything for those who make, check, approve and pay; for others their own. */

import { lazy, Suspense } from 'react';
import { ResultsFrame } from '../../publication/ResultsFrame.tsx';
import { Loading, useOwnRoles } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { OwnPay } from './OwnPay.tsx';
import { payReaders } from './replies.ts';

/** A village on its telephone loads none of it. */
const OfficePay = lazy(async () => ({ default: (await import('./OfficePay.tsx')).OfficePay }));

export function PayPage() {
  const w = useWords(payWords);
  const roles = useOwnRoles();
  if (!roles) return null;
  if (roles.some((role) => payReaders.includes(role))) {
    return (
      <Suspense fallback={<Loading what={w.pay} />}>
        <OfficePay />
      </Suspense>
    );
  }
  return (
    <ResultsFrame here="pay" title={w.pay} state={w.ownSays}>
      <OwnPay />
    </ResultsFrame>
  );
}
