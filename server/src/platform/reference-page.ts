/** The OpenAPI document as a page that a person can read without any script. */

import type { Rule } from './gate/policy.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: unknown }> };
  readonly responses?: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: unknown }> }
  >;
}

interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

/** One section an address: who may, what it takes, what it answers. */
export function referencePage(openapi: string, rules: ReadonlyMap<string, Rule>): string {
  const document = JSON.parse(openapi) as OpenApiDocument;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = operations.map((one) => section(one, rules)).join('\n');
  const { title, version } = document.info;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} API ${escaped(version)}</title><style>${style}</style></head><body>
<h1>${escaped(title)} API ${escaped(version)}</h1>
<p>程序接口。机器可读的文档在 <a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）。拒绝一律是 application/problem+json，带 code 和一句话。</p>
<p>Every address, who may use it, what it takes and answers. Refusals are application/problem+json with a code and a sentence.</p>
${sections}
</body></html>`;
}

const style = `body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1D1F21;background:#FBF9F4;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1rem;border-top:1px solid #E3DFD5;padding-top:1rem;margin:1.5rem 0 .2rem;overflow-wrap:anywhere}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{background:#fff;border:1px solid #E3DFD5;padding:.6rem;overflow:auto;max-height:24rem}.who{color:#5B6168}a{color:#1F5A7A}`;

interface Section {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function section({ path, method, operation }: Section, rules: ReadonlyMap<string, Rule>): string {
  const {
    operationId = '',
    summary = '',
    parameters = [],
    requestBody,
    responses = {},
  } = operation;
  const given = parameters.map(({ name, in: place }) => `${name}（${place}）`).join('、');
  const body = schemaOf(requestBody?.content);
  const reply = schemaOf(responses['200']?.content);
  return [
    `<h2 id="${escaped(operationId)}"><code>${escaped(method.toUpperCase())} ${escaped(path)}</code></h2>`,
    `<p>${escaped(summary)} <span class="who">${escaped(who(rules.get(operationId)))}</span></p>`,
    given === '' ? '' : `<p class="who">${escaped(given)}</p>`,
    details('请求 request', body),
    details('答复 reply', reply),
  ].join('\n');
}

/** `public`, `account`, `member` or the roles. */
function who(rule: Rule | undefined): string {
  if (rule === undefined) return 'nobody';
  return typeof rule === 'string' ? rule : rule.join(', ');
}

function schemaOf(content: Record<string, { readonly schema?: unknown }> | undefined): unknown {
  return content === undefined ? undefined : Object.values(content)[0]?.schema;
}

function details(title: string, schema: unknown): string {
  if (schema === undefined) return '';
  const text = JSON.stringify(schema, null, 2);
  return `<details><summary>${title}</summary><pre>${escaped(text)}</pre></details>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
