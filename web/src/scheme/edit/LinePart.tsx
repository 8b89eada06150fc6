/** One line of a form: typed, kept after a pause, written into the text. */

import { type HTMLAttributes, useEffect, useId, useRef, useState } from 'react';
import { Field } from '../../forms/index.ts';
import { signOf } from '../source-lines.ts';
import { type PartProps, useEditing } from './edit-context.ts';
import { pieces } from './shape.ts';

/** Long enough that a number is not taken in its middle. */
const pauseMs = 500;

/** What runs over several lines. */
const long: ReadonlySet<string> = new Set([
  'Clause.text',
  'Clause.note',
  'Node.note',
  'Rule.pending.why',
]);

interface LineProps extends PartProps {
  readonly label: string;
  readonly kind: string;
  /** Several, apart by 、; a single one is then written without brackets. */
  readonly several?: 'list' | 'orOne';
}

export function LinePart(props: LineProps) {
  const { place, path, value, label, required, kind, several } = props;
  const { words, suggestions } = useEditing();
  const offered = suggestions(place);
  const list = useId();
  const write = useWrite(props);
  const { typed, ...handlers } = useTyped(lineOf(value), write);
  // A code is read with the name of what it stands for.
  const named = pieces(typed).flatMap(
    (one) => offered.find((known) => known.value === one)?.label ?? [],
  );
  const hint = named.length > 0 ? named.join('、') : words.hint(place);
  const error = useSaid(path);
  return (
    <Field
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(error ? { error } : {})}
    >
      {(parts) =>
        long.has(place) ? (
          <textarea {...parts} {...handlers} rows={3} value={typed} data-path={path} />
        ) : (
          <>
            <input
              {...parts}
              {...handlers}
              value={typed}
              type={kind === 'date' ? 'date' : 'text'}
              inputMode={modeOf(kind, several !== undefined)}
              autoComplete="off"
              data-path={path}
              {...(offered.length > 0 ? { list } : {})}
            />
            {offered.length > 0 && (
              <datalist id={list}>
                {offered.map(({ value: one, label: name }) => (
                  <option key={one} value={one} label={name} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
}

function modeOf(kind: string, isList: boolean): HTMLAttributes<HTMLElement>['inputMode'] {
  // A phone's keyboard for figures has no minus and no comma: only whole numbers get it.
  return kind === 'whole' && !isList ? 'numeric' : 'text';
}

/** What is wrong with a field, as it is read with it. */
function useSaid(path: string): string {
  const { findingsAt } = useEditing();
  return findingsAt(path)
    .map(({ severity, sentence }) => `${signOf(severity)} ${sentence}`)
    .join(' ');
}

/** An empty line takes what nobody requires away, and leaves a required one to be filled. */
function useWrite({ path, value, required, several }: LineProps): (text: string) => void {
  const { apply } = useEditing();
  return (text) => {
    const now = text.trim();
    if (now === '' && !required) {
      if (value !== undefined) apply({ op: 'remove', path });
      return;
    }
    if (several === undefined) return apply({ op: 'set', path, value: now });
    const all = pieces(now);
    const [only = ''] = all;
    apply({ op: 'set', path, value: several === 'orOne' && all.length < 2 ? only : all });
  };
}

function lineOf(value: PartProps['value']): string {
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** What stands in a field while it is typed; what comes from outside replaces it. */
function useTyped(value: string, write: (text: string) => void) {
  const [typed, setTyped] = useState(value);
  const state = useRef({ sent: value, typed: value, timer: 0, isComposing: false, write });
  state.current.write = write;
  useEffect(() => {
    // What this field has written itself comes back when more may have been typed.
    if (value === state.current.sent) return;
    state.current.sent = value;
    state.current.typed = value;
    setTyped(value);
  }, [value]);
  const send = () => {
    window.clearTimeout(state.current.timer);
    const { typed: now, sent } = state.current;
    if (now === sent) return;
    state.current.sent = now;
    state.current.write(now);
  };
  const later = () => {
    window.clearTimeout(state.current.timer);
    if (!state.current.isComposing) state.current.timer = window.setTimeout(send, pauseMs);
  };
  return {
    typed,
    onChange: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => {
      state.current.typed = target.value;
      setTyped(target.value);
      later();
    },
    onBlur: send,
    onCompositionStart: () => {
      state.current.isComposing = true;
    },
    onCompositionEnd: () => {
      state.current.isComposing = false;
      later();
    },
  };
}
