/** The buttons of an item: only what the table of the course lets this person do now. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { deedFormWords } from '../../words/item-deeds.ts';
import { itemWords } from '../../words/items.ts';
import { DeedForm } from './DeedForm.tsx';
import { useVerbs } from './deed-names.ts';
import type { Deed, ItemPageReply } from './replies.ts';
import { useRefreshItems } from './use-items.ts';

/** What is pressed and done, without a form. */
const plain: readonly Deed[] = [
  'register',
  'acknowledge',
  'start',
  'urge',
  'closeOut',
  'finish',
  'archive',
];
/** What brings an item forward: the one main button. */
const forward: readonly Deed[] = [
  'register',
  'assign',
  'propose',
  'acknowledge',
  'report',
  'grantExtension',
  'beginReview',
  'accept',
  'closeOut',
  'finish',
];
/** What is rare stands folded. */
const rare: readonly Deed[] = [
  'changeDue',
  'archive',
  'withdraw',
  'merge',
  'instruct',
  'decline',
  'confirmOutcome',
];
/** What a resident cadre may do in the name of a village, which asks how the village said it. */
const spoken: readonly Deed[] = [
  'acknowledge',
  'decline',
  'start',
  'tell',
  'requestExtension',
  'report',
  'finish',
];

export function ItemDeeds({ page }: { page: ItemPageReply }) {
  const w = useWords(itemWords);
  const verbs = useVerbs();
  const f = useWords(deedFormWords);
  const town = useTown();
  const confirm = useConfirm();
  const refresh = useRefreshItems();
  const [open, setOpen] = useState<Deed>();
  const save = useSave(client.items.act, { onSaved: refresh });
  const { deeds, version, item, speaksFor } = page;
  const main = forward.find((deed) => deeds.includes(deed));
  const common = deeds.filter((deed) => deed !== main && !rare.includes(deed));
  const folded = deeds.filter((deed) => deed !== main && rare.includes(deed));
  // Done is one press; who enters it later, or has a paper to it, finds the form among the others.
  const isLine = deeds.includes('finish') && speaksFor.length === 0;
  const asksForm = (deed: Deed) =>
    !plain.includes(deed) || (speaksFor.length > 0 && spoken.includes(deed));
  const press = async (deed: Deed) => {
    if (asksForm(deed)) return setOpen(deed);
    const question = {
      closeOut: { title: f.closeTitle, body: f.closeSays, action: verbs.closeOut },
      archive: { title: f.archiveTitle, body: f.archiveSays, action: verbs.archive },
    }[deed as 'closeOut' | 'archive'];
    if (question && !(await confirm(question))) return;
    void save.run({ town, id: item.id, version, deed: deed as 'start' });
  };
  const button = (deed: Deed, kind?: 'main') => (
    <Button
      key={deed}
      {...(kind ? { kind } : {})}
      disabled={save.isBusy}
      onClick={() => void press(deed)}
    >
      {verbs[deed]}
    </Button>
  );
  return (
    <div className="item-deeds">
      {main && button(main, 'main')}
      {common.map((deed) => button(deed))}
      {(folded.length > 0 || isLine) && (
        <details>
          <summary>{w.moreDeeds}</summary>
          <div className="item-deeds">
            {folded.map((deed) => button(deed))}
            {isLine && <Button onClick={() => setOpen('finish')}>{f.finishWith}</Button>}
          </div>
        </details>
      )}
      <SaveLine save={save} />
      {open && (
        <DeedForm
          deed={open}
          page={page}
          asksVillage={spoken.includes(open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
