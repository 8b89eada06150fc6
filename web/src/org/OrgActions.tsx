/** The deeds of the whole page: add, a new term, import and export, the chains on paper. */

import { useState } from 'react';
import { Button, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { ChainLink } from './ChainLink.tsx';
import { DivisionForm } from './DivisionForm.tsx';
import { ElectionForm } from './ElectionForm.tsx';
import { ImportForm } from './ImportForm.tsx';
import { OrderForm } from './OrderForm.tsx';
import { type OrgUnit, type View, viewOf } from './org-rows.ts';
import { AddPersonForm } from './person-forms.tsx';
import { AddUnitForm } from './unit-forms.tsx';
import { useRights } from './use-org.ts';

type Deed = 'unit' | 'person' | 'election' | 'order' | 'import' | 'division';

export function OrgActions({ view, units }: { view: View; units: readonly OrgUnit[] }) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const town = useTown();
  const { search } = useAddress();
  const { keeps, seesContact } = useRights();
  const [deed, setDeed] = useState<Deed>();
  const close = () => setDeed(undefined);
  const type = typeIn(view, units);
  const here = units.filter((unit) => viewOf(unit.type) === view && unit.state !== 'ended');
  return (
    <>
      {view === 'villages' && units.length > 0 && (
        <ChainLink on={search.on ?? ''}>{w.printAll}</ChainLink>
      )}
      {seesContact && units.length > 0 && (
        <a href={`/api/towns/${town}/org/roster`} download>
          {f.export}
        </a>
      )}
      {keeps && (
        <>
          {view === 'persons' ? (
            <Button onClick={() => setDeed('person')}>{f.addPersonTitle}</Button>
          ) : (
            <Button onClick={() => setDeed('unit')}>{f.addUnitTitle}</Button>
          )}
          {view === 'villages' && <Button onClick={() => setDeed('division')}>{f.division}</Button>}
          {here.length > 1 && <Button onClick={() => setDeed('order')}>{f.order}</Button>}
          {units.length > 0 && <Button onClick={() => setDeed('election')}>{f.election}</Button>}
          <Button onClick={() => setDeed('import')}>{f.import}</Button>
        </>
      )}
      {deed === 'unit' && <AddUnitForm type={type} onClose={close} />}
      {deed === 'person' && <AddPersonForm onClose={close} />}
      {deed === 'election' && <ElectionForm onClose={close} />}
      {deed === 'import' && <ImportForm onClose={close} />}
      {deed === 'division' && <DivisionForm units={units} onClose={close} />}
      {deed === 'order' && <OrderForm units={here} onClose={close} />}
    </>
  );
}

/** What is added from a table: its own type; the town itself while there is nothing. */
function typeIn(view: View, units: readonly OrgUnit[]): string {
  if (units.length === 0) return 'town';
  const types = new Map<View, string>([
    ['stations', 'station'],
    ['hamlets', 'hamlet'],
    ['branches', 'branch'],
  ]);
  return types.get(view) ?? 'village';
}
