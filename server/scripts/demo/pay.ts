/** What the demonstration township pays by its scheme: the example it is made from pays nothing. */

const pay = `# ── 考核工资：只动县里文件列明的季度绩效；基本报酬按月照发，不在本办法里 ─────────
pay:
  authority: 云组〔2026〕8号
  lines:
    - code: quarter
      name: 季度绩效
      rule: { rate: { base: { 村党组织书记: 1200, 村委会主任: 1080 }, denominator: 100 } }
      byMonths: true # 季中换人的，各按任职月数
      paidBy: period

`;

/** The scheme with its pay, before what it says of the procedure. */
export function withPay(scheme: string): string {
  const [before, after, ...more] = scheme.split('\nprocedure:\n');
  if (after === undefined || more.length > 0) throw new Error('the scheme has no procedure');
  return `${before}\n${pay}procedure:\n${after}`;
}
