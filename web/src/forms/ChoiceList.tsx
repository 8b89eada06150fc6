/** The list of a `Choice`, from the form library; loaded when a page shows one. */

import { Select } from 'antd';
import { useWords } from '../words/catalogue.ts';
import { formWords } from '../words/forms.ts';
import type { Option } from './Choice.tsx';
import type { FieldParts } from './Field.tsx';
import { FormTheme } from './FormTheme.tsx';

interface ChoiceListProps {
  parts: FieldParts;
  options: readonly Option[];
  value: string;
  onChange(value: string): void;
  isRequired: boolean;
  disabled: boolean;
}

/** A field that opens a list and narrows it while one types; the list may have thousands of lines. */
export function ChoiceList(props: ChoiceListProps) {
  const { parts, options, value, onChange, isRequired, disabled } = props;
  const w = useWords(formWords);
  return (
    <FormTheme>
      <Select
        {...parts}
        showSearch={{ filterOption: isWanted }}
        allowClear={!isRequired}
        disabled={disabled}
        value={value || undefined}
        options={[...options]}
        placeholder={w.choose}
        getPopupContainer={ownDialog}
        notFoundContent={w.nothing}
        onChange={(next: string | undefined) => onChange(next ?? '')}
      />
    </FormTheme>
  );
}

function isWanted(typed: string, option?: Option): boolean {
  const wanted = typed.trim().toLowerCase();
  return [option?.label, option?.also].some((text) => text?.toLowerCase().includes(wanted));
}

/** A list that opens must stand inside the dialog: what is outside of it lies under it. */
function ownDialog(node: HTMLElement): HTMLElement {
  return node.closest('dialog') ?? document.body;
}
