/** The whole guide, page by page: every help there is, one below the other, for reading and for print. */

import { OutsidePage } from '../auth/OutsidePage.tsx';
import { usePreferences } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { pageHelp } from '../words/help.ts';
import { helpWords } from '../words/help-page.ts';
import { HelpText } from './HelpText.tsx';
import { anchorOf, helpKeys } from './help-of.ts';
import './help.css';

export function HelpPage() {
  const w = useWords(helpWords);
  const { language } = usePreferences();
  return (
    <OutsidePage title={w.guideTitle} state={w.guideState}>
      <nav aria-label={w.contents} id="contents">
        <ul className="help-contents">
          {helpKeys.map((key) => (
            <li key={key}>
              <a href={`#${anchorOf(key)}`}>{pageHelp[key].title[language]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {helpKeys.map((key) => (
        <section key={key} id={anchorOf(key)} className="help-section">
          <h2>{pageHelp[key].title[language]}</h2>
          <HelpText help={pageHelp[key]} />
          <p className="no-print">
            <a href="#contents">{w.toTop}</a>
          </p>
        </section>
      ))}
    </OutsidePage>
  );
}
