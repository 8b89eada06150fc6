/** What a browser says of itself, in two names that people know. */

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/QIHU|360SE|360EE/, '360'],
  [/MicroMessenger/, 'WeChat'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Edge, Windows" from the header of a browser; '' where it is none that we know. */
export function browserText(header: string): string {
  const named = (table: typeof browsers) => table.find(([form]) => form.test(header))?.[1];
  return [named(browsers), named(systems)].filter((name) => name !== undefined).join(', ');
}
