/** The secret of the second step for a camera; drawn by the form library, loaded when it is shown. */

import { QRCode } from 'antd';
import { FormTheme } from '../forms/FormTheme.tsx';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';

export function SecretPicture({ address }: { address: string }) {
  const w = useWords(safetyWords);
  return (
    <FormTheme>
      <div role="img" aria-label={w.secretPicture} className="secret-picture">
        <QRCode type="svg" value={address} size={208} errorLevel="M" aria-hidden />
      </div>
    </FormTheme>
  );
}
