/** A field whose every sign is kept as it is typed; what comes back late never moves the caret. */

import { useEffect, useId, useRef, useState } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly most?: number;
  readonly isReadOnly?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { inputMode, isReadOnly, label, most = 1000, onText, placeholder, rows, value } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const isHere = useRef(false);
  useEffect(() => {
    if (!isHere.current) setText(value);
  }, [value]);
  const shared = {
    id,
    value: text,
    placeholder,
    maxLength: most,
    readOnly: isReadOnly,
    onFocus: () => {
      isHere.current = true;
    },
    onBlur: () => {
      isHere.current = false;
    },
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value);
      onText(target.value);
    },
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input inputMode={inputMode} {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
    </div>
  );
}
