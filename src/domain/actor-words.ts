/** Words of an actor that stand between what acts and where: "công chức *của* xã", "các phòng *thuộc* Văn phòng". */
export const scopeWords = /(?<!\p{L})(?:trực thuộc|thuộc|của|ở|tại|trên địa bàn|trong toàn|trong)(?!\p{L})/u

const individuals =
  /(?<!\p{L})(?:cán bộ|công chức|viên chức|người lao động|cá nhân|đảng viên|đoàn viên|hội viên|giáo viên|nhân viên|quân nhân|chiến sĩ|chiến sỹ)(?!\p{L})/u

/** Do these words name people ("cán bộ", "người lao động"), not a body? */
export const isIndividual = (words: string): boolean => individuals.test(words)

const word = (...words: string[]) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'u')
const named = (...words: string[]) => new RegExp(`^(?:${words.join('|')})(?!\\p{L})`, 'u')

const associations = [
  'hội(?! đồng)',
  'đoàn',
  'công đoàn',
  'liên đoàn',
  'mặt trận',
  'ủy ban mặt trận',
  'uỷ ban mặt trận',
]

/** How plans name many bodies at once (`says`, in the actor) and how such bodies are called (`is`, a unit's name, lower case). */
export const actorFamilies: { says: RegExp; is: RegExp }[] = [
  // "thủ trưởng các cơ quan, đơn vị"
  { says: word('đơn vị', 'cơ quan', 'địa phương', 'tập thể'), is: /./u },
  // "trưởng các thôn, buôn"
  { says: word('thôn'), is: named('thôn') },
  { says: word('buôn'), is: named('buôn') },
  { says: word('bản', 'làng'), is: named('bản', 'làng') },
  { says: word('tổ dân phố', 'khu phố', 'khu dân cư', 'ấp'), is: named('tổ dân phố', 'khu phố', 'khu dân cư', 'ấp') },
  // "mỗi đoàn thể chính trị - xã hội"
  { says: word('đoàn thể', 'tổ chức chính trị', 'các hội'), is: named(...associations) },
  { says: word('mặt trận'), is: named('mặt trận', 'ủy ban mặt trận', 'uỷ ban mặt trận') },
  { says: word('trường', 'trường học'), is: named('trường') },
  { says: word('trạm'), is: named('trạm') },
  { says: word('phòng', 'phòng ban', 'các phòng'), is: named('phòng', 'văn phòng') },
  { says: /(?<!\p{L})(?<!(?:ủy|uỷ) )ban(?!\p{L})/u, is: named('ban') },
  { says: word('sở', 'ngành'), is: named('sở', 'ban', 'chi cục', 'cục') },
  { says: word('trung tâm'), is: named('trung tâm') },
  { says: word('chi bộ', 'cấp ủy', 'tổ chức đảng'), is: named('chi bộ', 'đảng bộ', 'đảng ủy', 'chi ủy') },
  { says: word('hợp tác xã'), is: named('hợp tác xã', 'htx') },
  { says: word('doanh nghiệp'), is: named('công ty', 'doanh nghiệp') },
  // "UBND các xã, phường"
  { says: word('các xã', 'các phường'), is: /^(?:ủy ban nhân dân )?(?:xã|phường|thị trấn)(?!\p{L})/u },
]
