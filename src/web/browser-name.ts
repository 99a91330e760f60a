/** What a browser calls itself, the first that fits: many also name the one they descend from. */
const browsers: [RegExp, string][] = [
  [/coc_coc_browser|CocCoc/i, 'Coc Coc'],
  [/EdgA?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/FxiOS|Firefox\//, 'Firefox'],
  [/CriOS|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** "Chrome, Windows", by which a person knows their browser again; empty where it does not say. */
export function browserName(request: Request): string {
  const agent = request.headers.get('user-agent') ?? ''
  const of = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1]
  return [of(browsers), of(systems)].filter(Boolean).join(', ')
}
