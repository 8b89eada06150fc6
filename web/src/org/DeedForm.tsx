/** A deed on the roster as a dialog: its fields first, then what they will do in words. */

import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { DeedModal, type DeedModalProps } from '../forms/index.ts';
import { useRefresh } from './use-org.ts';

export function DeedForm<Input, Output>({
  says,
  children,
  ...rest
}: DeedModalProps<Input, Output>) {
  return (
    <DeedModal {...rest} refresh={useRefresh()}>
      <InDialog>{children}</InDialog>
      {says && <div className="prose">{says}</div>}
    </DeedModal>
  );
}

/** A list that opens must stand inside the dialog: what is outside of it lies under it. */
export function InDialog({ children }: { children: ReactNode }) {
  return <ConfigProvider getPopupContainer={ownDialog}>{children}</ConfigProvider>;
}

function ownDialog(node?: HTMLElement): HTMLElement {
  return node?.closest('dialog') ?? document.body;
}
