/**
 * One page that proves a published list: it holds the published file and the code that checks it,
 * asks nothing of any network, and opens from a disk.
 */

import { checkSource } from './check-file.ts';

/** The page as HTML; `text` is the published file or its public copy, which has no bracket that ends a script. */
export function proofHtml(text: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>核对公示</title><style>${style}</style></head>
<body>
<h1>核对公示</h1>
<p>这一页不联网，凭它自带的公示内容重新算一遍：每个单位的得分加得对不对，名次排得对不对。事实能核对到哪一步，写在“核对了什么”里。
把榜上印的核对码（头 8 位、尾 8 位）抄到下面，再按“核对”：抄了才知道这一件和墙上的榜是不是同一份。</p>
<p><label>榜上的核对码 <input id="expected" size="72" autocomplete="off" placeholder="12345678…90abcdef"></label>
<label>换一份公示文件 <input id="other" type="file" accept=".json,.html"></label>
<button id="check" type="button">核对</button></p>
<section id="result" aria-live="polite"></section>
<section id="list"></section>
<script type="application/json" id="file">${text}</script>
<script>
${checkSource()}
${pageSource()}
${listSource()}
</script>
</body>
</html>
`;
}

/** What the page does with the check: shows it, and the list with the tree of each. */
function pageSource(): string {
  return `
const byId = (id) => document.getElementById(id);
const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });
let text = byId('file').textContent;
function items(list) {
  const ul = made('ul', '');
  ul.append(...list.map((one) => made('li', one)));
  return ul;
}
const points = (milli) => (milli < 0 ? '−' : '') + Math.floor(Math.abs(milli) / 1000) + '.' + String(Math.abs(milli) % 1000).padStart(3, '0');
function treeOf(line, rules) {
  const said = line.label || rules[line.code] || (line.kind === 'entry' ? '一条事实' : '');
  const label = (line.code ? line.code + ' ' : '') + said + '：' + points(line.milli) + (line.struck ? '（不计）' : '')
    + (line.facts.length ? '（事实第 ' + line.facts.join('、') + ' 号）' : '');
  if (line.children.length === 0) return made('p', label);
  const box = made('details', '');
  box.append(made('summary', label), ...line.children.map((child) => treeOf(child, rules)));
  return box;
}
function check() {
  const found = checkPublished(text, byId('expected').value);
  const result = byId('result');
  const isSound = found.faults.length === 0;
  const isCompared = byId('expected').value.trim() !== '';
  result.className = isSound ? (isCompared ? 'sound' : 'inner') : 'faulty';
  const said = made('h2', verdictOf(found, byId('expected').value));
  result.replaceChildren(made('p', found.title), said,
    ...(isSound ? [] : [items(found.faults.map((one) => one.sentence))]),
    ...(isCompared ? [] : [made('p', '还没有和榜上的核对码对照：抄上再核对一次。')]),
    made('h3', '核对了什么'), items(found.checked));
  show(found.faults.some((one) => one.code === 'file-unreadable') ? undefined : JSON.parse(text));
}
`;
}

/** The list, what a corrected edition changed, and the tree of each. */
function listSource(): string {
  return `
function show(file) {
  const list = byId('list');
  if (!file) return list.replaceChildren();
  const table = made('table', '');
  const head = made('tr', '');
  const groups = file.head.groups.map((group) => group.code);
  const names = new Map(file.head.groups.map((group) => [group.code, group.name]));
  head.append(...['类组', '名次', '单位', '得分'].map((word) => made('th', word)));
  const place = (row) => groups.indexOf(row.group) * 1e6 + (row.rank ?? 1e5);
  const rows = [...file.rows].sort((a, b) => place(a) - place(b)).map((row) => {
    const tr = made('tr', '');
    tr.append(made('td', names.get(row.group) ?? ''), made('td', String(row.rank ?? row.note)), made('td', row.name), made('td', row.total));
    return tr;
  });
  table.append(head, ...rows);
  const trees = file.rows.filter((row) => file.trees[row.code]).map((row) => {
    const box = made('details', '');
    box.append(made('summary', row.name + ' 的得分说明'), treeOf(file.trees[row.code], file.rules || {}));
    return box;
  });
  const changes = (file.changes || []).map((one) => {
    const told = (place) => place ? place.total + ' 分' + (place.rank === null ? '' : '，第 ' + place.rank + ' 名') : '没有';
    return one.name + '：' + told(one.old) + ' → ' + told(one.new) + (one.why.length ? '。' + one.why.join('；') : '');
  });
  list.replaceChildren(made('h2', '名单'), table,
    ...(changes.length ? [made('h2', '更正了什么'), items(changes)] : []), made('h2', '得分说明'), ...trees);
}
byId('check').addEventListener('click', check);
byId('other').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  const read = await file.text();
  const page = new DOMParser().parseFromString(read, 'text/html').getElementById('file');
  text = page ? page.textContent : read;
  check();
});
check();
`;
}

const style = `
* { box-sizing: border-box; }
body { margin: 1.5rem auto; max-width: 52rem; padding: 0 1rem; color: #111; background: #fff;
  font: 1.05rem/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; } h3 { font-size: 1rem; margin-bottom: 0; }
input, button { font: inherit; padding: .3rem .6rem; max-width: 100%; }
label { display: block; margin-bottom: .6rem; }
.sound { border: 2px solid #2d6a4f; padding: 0 1rem; } .faulty { border: 2px solid #b3261e; padding: 0 1rem; }
.inner { border: 2px solid #777; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #999; padding: .2rem .6rem; }
td:last-child { text-align: right; } details { margin-left: 1rem; } details p { margin: .2rem 0 .2rem 1rem; }
`;
