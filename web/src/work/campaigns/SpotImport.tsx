/** A workbook of spots: first what it would change and what is wrong in it, then the deed. */

import type { ListPreview } from '@oneneedle/contract';
import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { orgFormWords } from '../../words/org-forms.ts';
import { CampaignModal } from './CampaignModal.tsx';

export function SpotImport({ campaign, onClose }: { campaign: string; onClose(): void }) {
  const w = useWords(campaignWords);
  const f = useWords(orgFormWords);
  const town = useTown();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ListPreview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(client.campaigns.previewSpots, { onSaved: setPreview });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPreview(undefined);
    setGoodOnly(false);
    if (chosen) void look.run({ town, id: campaign, file: chosen });
  };
  const { badRows = 0, added = 0, changed = 0, goodRows = 0 } = preview ?? {};
  const count = added + changed;
  const isReady = preview !== undefined && count > 0 && (badRows === 0 || goodOnly);
  return (
    <CampaignModal
      title={w.importTitle}
      says={preview ? undefined : w.importSays}
      action={count > 0 ? f.importCount(count) : f.import}
      call={client.campaigns.importSpots}
      input={
        file && isReady ? { town, id: campaign, file, digest: preview.digest, goodOnly } : undefined
      }
      onClose={onClose}
      wide
    >
      <label className="field">
        {f.file}
        <input
          type="file"
          accept=".xlsx,.xlsm,.csv"
          onChange={({ target }) => choose(target.files?.[0])}
        />
      </label>
      {!preview && look.step !== 'idle' && <SaveLine save={look} />}
      {preview && file && (
        <>
          <p role="status">{f.importRead(goodRows, badRows)}</p>
          <Remarks campaign={campaign} remarks={preview.remarks} file={file} />
          <Changes changes={preview.changes} />
          {badRows > 0 && count > 0 && (
            <label className="campaign-check">
              <input
                type="checkbox"
                checked={goodOnly}
                onChange={({ target }) => setGoodOnly(target.checked)}
              />
              {f.goodOnly(badRows)}
            </label>
          )}
        </>
      )}
    </CampaignModal>
  );
}

interface RemarksProps {
  campaign: string;
  remarks: ListPreview['remarks'];
  file: File;
}

function Remarks({ campaign, remarks, file }: RemarksProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const mark = useSave(client.campaigns.markSpots, { onSaved: download });
  if (remarks.length === 0) return null;
  return (
    <section>
      <h3>{f.wrong}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="campaign-box campaign-box-low" aria-label={f.wrong} tabIndex={0}>
        <table className="campaign-table">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {f.row}
              </th>
              <th scope="col">{f.sentence}</th>
            </tr>
          </thead>
          <tbody>
            {remarks.map(({ sheet, row, sentence }) => (
              <tr key={`${sheet} ${row} ${sentence}`}>
                <td className="figure">{row}</td>
                <td>{sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, id: campaign, file })}>
          {f.marked}
        </Button>
      </p>
      {mark.step !== 'idle' && mark.step !== 'saved' && <SaveLine save={mark} />}
    </section>
  );
}

function Changes({ changes }: { changes: ListPreview['changes'] }) {
  const w = useWords(campaignWords);
  const f = useWords(orgFormWords);
  if (changes.length === 0) return <p>{f.nothingChanges}</p>;
  return (
    <section>
      <h3>{f.changes}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="campaign-box campaign-box-low" aria-label={f.changes} tabIndex={0}>
        <table className="campaign-table">
          <thead>
            <tr>
              <th scope="col">{f.what}</th>
              <th scope="col">{f.change}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, isNew, fields }) => (
              <tr key={label}>
                <td>
                  {label} {isNew && <span className="soft">{f.isNew}</span>}
                </td>
                <td>
                  {fields
                    .map(({ title, before, after }) =>
                      isNew || before === ''
                        ? f.isSet(title, after)
                        : f.isChanged(title, before, after),
                    )
                    .join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="soft">{w.othersStay}</p>
    </section>
  );
}

/** Hands a file to the browser as if it had been a link. */
function download(file: Blob & { name?: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
