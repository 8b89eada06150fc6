/** The fenced blocks of a documentation page, grouped into examples. */

/** One fenced block: its language, the words after it, its text and its line in the page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
}

/**
 * YAML blocks that stand together. A `text` block after them says what must come out and ends the
 * example; so does a heading.
 */
export interface Example {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly results?: Block;
}

/** All fenced blocks and headings of a page, in order. */
export function readBlocks(page: string, source: string): (Block | string)[] {
  const found: (Block | string)[] = [];
  const lines = source.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^#{1,6} /.test(line)) found.push(line.replace(/^#+ /, ''));
    const fence = /^(`{3,})(\S*)\s*(.*)$/.exec(line);
    if (!fence) continue;
    const end = lines.indexOf(fence[1] ?? '', index + 1);
    if (end < 0) throw new Error(`${page}:${index + 1}: a block without an end`);
    found.push({
      page,
      line: index + 1,
      language: fence[2] ?? '',
      words: (fence[3] ?? '').split(/\s+/).filter((word) => word !== ''),
      text: lines.slice(index + 1, end).join('\n'),
    });
    index = end;
  }
  return found;
}

/** The examples of a page. */
export function examplesOf(page: string, source: string): Example[] {
  const examples: Example[] = [];
  let heading = '';
  let blocks: Block[] = [];
  const close = (results?: Block) => {
    const [first] = blocks;
    if (!first) return;
    const title = `${page}:${first.line} ${heading}`;
    examples.push({ title, blocks, ...(results ? { results } : {}) });
    blocks = [];
  };
  for (const item of readBlocks(page, source)) {
    if (typeof item === 'string') {
      close();
      heading = item;
    } else if (item.language === 'yaml') blocks.push(item);
    // What follows a command is what the command prints, not the result of the blocks above it.
    else if (item.language === 'sh') close();
    else if (item.language === 'text') close(item);
  }
  close();
  return examples;
}
