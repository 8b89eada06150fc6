/** Evidence: what proves a fact. Files by their content, who may read them, and what cites them. */

export { discard, type Examined, examineFile } from './examine.ts';
export { type Digested, digestOf, type FileStore, openDiskStore } from './file-store.ts';
export { markOfCell, markOfLine, markOfName } from './marking.ts';
export { openReceiving, type Receiving } from './receiving.ts';
