/** The order of units in every list: one up, one down. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import type { OrgUnit } from './org-rows.ts';

export function OrderForm({ units, onClose }: { units: readonly OrgUnit[]; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [order, setOrder] = useState(units);
  const swap = (at: number, other: number) => {
    const next = [...order];
    const [one, two] = [next[at], next[other]];
    if (!one || !two) return;
    next[at] = two;
    next[other] = one;
    setOrder(next);
  };
  const isChanged = order.some(({ code }, index) => units[index]?.code !== code);
  return (
    <DeedForm
      title={f.orderTitle}
      action={f.save}
      call={client.org.orderUnits}
      input={isChanged ? { town, codes: order.map(({ code }) => code) } : undefined}
      says={f.orderSays}
      onClose={onClose}
    >
      <ol className="org-order">
        {order.map(({ code, name }, index) => (
          <li key={code}>
            <span>
              {index + 1} {name}
            </span>
            <span>
              <Button
                kind="link"
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
                aria-label={f.upOf(name)}
              >
                {f.up}
              </Button>
              <Button
                kind="link"
                disabled={index === order.length - 1}
                onClick={() => swap(index, index + 1)}
                aria-label={f.downOf(name)}
              >
                {f.down}
              </Button>
            </span>
          </li>
        ))}
      </ol>
    </DeedForm>
  );
}
