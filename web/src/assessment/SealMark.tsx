/** The one red thing of the page. */

/** 已封存, as a seal on paper; says its word in black-and-white print too. */
export function SealMark({ word }: { word: string }) {
  return <span className="seal-mark">{word}</span>;
}
