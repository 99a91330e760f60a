import { fold } from './fold.ts'

/** Whom an honour is for by its nature; a form of commendation is for either. */
export type HonourHolder = 'person' | 'unit' | 'either'
export const honourLevels = ['state', 'province', 'base'] as const
/** Who decides on it: the State, a ministry or province, a commune or an office. */
export type HonourLevel = (typeof honourLevels)[number]

export const countedHonours = [
  'stateOrder',
  'stateMedal',
  'governmentFlag',
  'nationalFighter',
  'primeMinisterCertificate',
  'commemorativeMedal',
  'provinceFlag',
  'provinceFighter',
  'excellentUnit',
  'provinceCertificate',
  'advancedUnit',
  'baseFighter',
  'advancedWorker',
  'baseCertificate',
] as const
/** Emulation titles and forms of commendation (Law 06/2022/QH15, Articles 9, 20–28), as tables count them. */
export type CountedHonour = (typeof countedHonours)[number]

type Honour = { level: HonourLevel; holder: HonourHolder }

// biome-ignore format: a table keeps its columns
export const honourFacts: Record<CountedHonour, Honour> = {
  stateOrder:               { level: 'state',    holder: 'either' },
  stateMedal:               { level: 'state',    holder: 'either' },
  governmentFlag:           { level: 'state',    holder: 'unit'   },
  nationalFighter:          { level: 'state',    holder: 'person' },
  primeMinisterCertificate: { level: 'state',    holder: 'either' },
  commemorativeMedal:       { level: 'province', holder: 'person' },
  provinceFlag:             { level: 'province', holder: 'unit'   },
  provinceFighter:          { level: 'province', holder: 'person' },
  excellentUnit:            { level: 'province', holder: 'unit'   },
  provinceCertificate:      { level: 'province', holder: 'either' },
  advancedUnit:             { level: 'base',     holder: 'unit'   },
  baseFighter:              { level: 'base',     holder: 'person' },
  advancedWorker:           { level: 'base',     holder: 'person' },
  baseCertificate:          { level: 'base',     holder: 'either' },
}

/** The first that fits, over the folded name. */
// biome-ignore format: a table keeps its columns
const patterns: [RegExp, CountedHonour][] = [
  // "Chiến sĩ thi đua toàn quốc", "CSTĐTQ", "CSTĐ toàn quốc"
  [/(?:chien s[iy] thi dua|\bcstd\b).* toan quoc|\bcstd ?tq\b/,         'nationalFighter'],
  // "Chiến sĩ thi đua cơ sở", "CSTĐCS", "CSTĐ cấp cơ sở"
  [/(?:chien s[iy] thi dua|\bcstd\b).* co so|\bcstd ?cs\b/,             'baseFighter'],
  // "Chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua Bộ Nội vụ", "CSTĐ tỉnh"
  [/chien s[iy] thi dua|\bcstdt?\b/,                                     'provinceFighter'],
  // "Cờ thi đua của Chính phủ", "Cờ TĐCP"
  [/\bco (?:thi dua |td )?(?:cua )?chinh phu\b|\bco tdcp\b/,            'governmentFlag'],
  [/\bco (?:thi dua|td)\b|^co (?:cap )?(?:tinh|bo|ubnd)\b/,              'provinceFlag'],
  // "Tập thể lao động xuất sắc", "Đơn vị quyết thắng"
  [/tap the lao dong xuat sac|don vi quyet thang|\btt ?ldxs\b|\bdvqt\b/, 'excellentUnit'],
  [/tap the lao dong tien tien|don vi tien tien|\btt ?ldtt\b|\bdvtt\b/,  'advancedUnit'],
  [/(?:lao dong|chien s[iy]) tien tien|\b(?:ld|cs)tt\b/,       'advancedWorker'],
  [/\bhuan chuong\b|^hc(?:ld)?\b/,                                       'stateOrder'],
  [/\bhuy chuong\b/,                                                     'stateMedal'],
  [/\bky niem chuong\b|^knc\b/,                                         'commemorativeMedal'],
  [/\b(?:bang khen|bk)\b.*\b(?:thu tuong|ttg?)\b|^bkttg\b/,             'primeMinisterCertificate'],
  // "Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen Bộ trưởng"
  [/\bbang khen\b|^bkt?\b/,                                              'provinceCertificate'],
  [/\bgiay khen\b|^gk\b/,                                                'baseCertificate'],
]

const known = new Map<string, CountedHonour | null>()
/** Names come again and again; people's own inventions do not fill the memory. */
const mostKnown = 2000

/** What tables count a title or a form of commendation as, by its name in any spelling; null: none of theirs. */
export function countedHonourOf(name: string): CountedHonour | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const folded = fold(name)
  const kind = patterns.find(([pattern]) => pattern.test(folded))?.[1] ?? null
  if (known.size < mostKnown) known.set(name, kind)
  return kind
}
