import { Empty, Page } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

/** Holds the place in the table of routes until the page is written. */
export function OrgPage() {
  const w = useWords(shellWords);
  return (
    <Page title={w.org}>
      <Empty what={w.comingTitle} />
    </Page>
  );
}
