import { columnOf } from '../elements/line.ts'
import { degreeOf } from '../elements/mark-end.ts'
import { eachLine, type Rule } from '../rule.ts'

// T/M ỦY BAN NHÂN DÂN · TM ỦY BAN NHÂN DÂN
const shortForm = eachLine({ name: 'shortForm', article: 'II.7.b', severity: 'wrong' }, ['authority'], ({ text }) => {
  const [, written] = /^(T\/M|K\/T|T\/L|TUQ|TM|KT|TL)(?=[\s.]*\s\p{Lu})/u.exec(text) ?? []
  if (!written || text.startsWith(`${written.replace('/', '')}.`)) return null
  return { found: written, expected: `${written.replace('/', '')}.` }
})

// TM. PHÒNG NỘI VỤ: an office under one head has no collective to sign for
const collective = eachLine({ name: 'collective', article: 'II.7.b', severity: 'review' }, ['authority'], ({ text }) =>
  /^TM\.\s*(PHÒNG|SỞ|TRƯỜNG|VĂN PHÒNG|TRUNG TÂM|CỤC|CHI CỤC|TRẠM|CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG)(?!\p{L})/u.test(text)
    ? {}
    : null,
)

// KT. CHỦ TỊCH without PHÓ CHỦ TỊCH beneath
const ownTitle = eachLine(
  { name: 'ownTitle', article: 'II.7.b', severity: 'wrong' },
  ['authority'],
  (line, _paper, all) => {
    if (!/^(TM|KT|TL|TUQ)\./.test(line.text)) return null
    const isSameCell = all.some((other) => all.indexOf(other) > all.indexOf(line) && columnOf(other) === columnOf(line))
    return isSameCell ? null : {}
  },
)

const degree = eachLine({ name: 'degree', article: 'II.7.c', severity: 'review' }, ['signer'], ({ text }) => {
  const found = degreeOf(text)
  return found ? { found } : null
})

/** Who signs stands on the right, the recipients on the left. */
const right = eachLine({ name: 'right', article: 'IV', severity: 'wrong' }, ['authority'], (line, paper, all) => {
  const [recipients] = paper.of('recipients')
  const isFirst = line === all[0]
  return isFirst && recipients && columnOf(line) === 0 && columnOf(recipients) !== 0 ? {} : null
})

/** Who signs: khoản 7 of Mục II. */
export const signatureRules: Rule[] = [shortForm, collective, ownTitle, degree, right]
