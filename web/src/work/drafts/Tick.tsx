/** A box to tick in the forms of the bench. */

interface TickProps {
  label: string;
  value: boolean;
  onChange(value: boolean): void;
}

export function Tick({ label, value, onChange }: TickProps) {
  return (
    <label className="draft-check">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
