const initial = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?'

// the rimes of Vietnamese without their tones, by their last letters
const open =
  'a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oi|oa|oai|oao|oay|oe|oeo|ô|ôi|ơ|ơi|u|ua|ui|uây|uê|uơ|uy|uya|uyu|uôi|ư|ưa|ưi|ưu|ươi|ươu|y|yêu'
const nasal =
  'am|an|ang|anh|ăm|ăn|ăng|âm|ân|âng|em|en|eng|êm|ên|ênh|im|in|inh|iêm|iên|iêng|om|on|ong|oong|oam|oan|oang|oanh|oăm|oăn|oăng|oen|ôm|ôn|ông|ơm|ơn|um|un|ung|uân|uâng|uênh|uyên|uynh|uôm|uôn|uông|ưm|ưng|ươm|ươn|ương|yêm|yên|yêng|êng'
const stopped =
  'ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ip|it|iêc|iêp|iêt|oc|op|ot|oac|oach|oap|oat|oăc|oăt|oet|ôc|ôp|ôt|ơp|ơt|uc|up|ut|uât|uêch|uych|uyêt|uôc|uôt|ưc|ưt|ươc|ươp|ươt|yêt'

const smooth = new RegExp(`^${initial}(?:${open}|${nasal})$`, 'u')
const checked = new RegExp(`^${initial}(?:${stopped})$`, 'u')
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const known = new Map<string, boolean>()

function isWellFormed(word: string): boolean {
  const apart = word.normalize('NFD')
  const marks = apart.match(tones) ?? []
  if (marks.length > 1) return false
  const plain = apart.replace(tones, '').normalize('NFC')
  if (checked.test(plain)) return marks[0] === '\u0301' || marks[0] === '\u0323'
  return smooth.test(plain)
}

/** Can these small letters be one written Vietnamese syllable: `nghiêng` can, `ph`, `cáć` and `bac` cannot (a stop has sắc or nặng)? */
export function isSyllable(word: string): boolean {
  const before = known.get(word)
  if (before !== undefined) return before
  const is = word.length <= 7 && isWellFormed(word)
  if (known.size < 20_000) known.set(word, is)
  return is
}
