import { describe, expect, it } from 'vitest'
import { actorToday, communesToday, formerBodies, formerByIssuer, formerIn } from '../../src/domain/former-names.ts'

// biome-ignore format: a table keeps its columns
const communes: { say: string; name: string; today: string[] }[] = [
  { say: 'a commune that went into another',      name: 'xã Ea Sol',          today: ['xã Ea Hiao'] },
  { say: 'a straight apostrophe',                 name: "xã Ea H'đing",       today: ['xã Cư M’gar'] },
  { say: 'a curly apostrophe, other case',        name: 'xã Ea H’Đing',       today: ['xã Cư M’gar'] },
  { say: 'no apostrophe and no space',            name: 'xã EaHđing',         today: ['xã Cư M’gar'] },
  { say: 'without tone marks',                    name: 'xa Ea Hding',        today: ['xã Cư M’gar'] },
  { say: 'a town',                                name: 'thị trấn Ea Pốk',    today: ['xã Quảng Phú'] },
  { say: 'old tone placement',                    name: 'xã Hoà Hội',         today: ['xã Phú Hòa 1'] },
  { say: 'one that was divided: both',            name: 'xã Hòa Bình 1',      today: ['xã Tây Hòa', 'phường Phú Yên'] },
  { say: 'two districts had one of this name',    name: 'xã Hòa Phong',       today: ['xã Cư Pui', 'xã Tây Hòa'] },
  { say: 'one that goes by its name today',       name: 'xã Ea Kiết',         today: [] },
  { say: 'one that nobody knows',                 name: 'xã Ea Mẫu',          today: [] },
]

describe('a former commune', () => {
  it.each(communes)('$say', ({ name, today }) => expect(communesToday(name)).toEqual(today))
})

// biome-ignore format: a table keeps its columns
const bodies: { say: string; phrase: string; found: [string, ...string[]][] }[] = [
  { say: 'an office of a district',            phrase: 'Phòng Nội vụ huyện Cư Núi',                  found: [['Phòng Nội vụ huyện Cư Núi']] },
  { say: 'a district committee of the Party',  phrase: 'Huyện ủy; Thường trực Đảng ủy xã',           found: [['Huyện ủy']] },
  { say: 'a district town',                    phrase: 'UBND thị xã Hồ Cao',                         found: [['UBND thị xã Hồ Cao']] },
  { say: 'all of them, parted by commas',      phrase: 'UBND các huyện, thị xã, thành phố; các sở',  found: [['UBND các huyện, thị xã, thành phố']] },
  { say: 'a city below the province',          phrase: 'UBND thành phố Buôn Cao',                    found: [['UBND thành phố Buôn Cao']] },
  { say: 'a city directly under the State',    phrase: 'UBND thành phố Đà Nẵng',                     found: [] },
  { say: 'a commune, with its candidate',      phrase: 'UBND xã Ea Sol',                             found: [['UBND xã Ea Sol', 'UBND xã Ea Hiao']] },
  { say: 'through another body',               phrase: 'UBND huyện (qua Phòng Nội vụ huyện)',        found: [['UBND huyện'], ['Phòng Nội vụ huyện']] },
  { say: 'whoever is in a district',           phrase: 'Thủ trưởng cơ quan, ban, ngành huyện, các cơ quan, đơn vị đóng trên địa bàn huyện', found: [] },
  { say: 'bodies of today',                    phrase: 'Trưởng các thôn và Hội Nông dân xã',         found: [] },
  { say: 'a word that only looks like one',    phrase: 'cán bộ làm công tác huấn luyện',             found: [] },
  { say: 'nothing',                            phrase: '',                                           found: [] },
]

describe('former bodies in a phrase', () => {
  it.each(bodies)('$say', ({ phrase, found }) =>
    expect(formerBodies(phrase).map(({ name, candidates }) => [name, ...candidates])).toEqual(found),
  )

  it('none of them is former before the day on which the district level ended', () => {
    const deadline = { actor: 'UBND xã Ea Sol', recipient: 'Phòng Nội vụ huyện' }
    expect(formerIn(deadline, '2025-06-30')).toEqual([])
    expect(formerIn(deadline, '2025-07-01').map(({ name }) => name)).toEqual(['UBND xã Ea Sol', 'Phòng Nội vụ huyện'])
  })

  it('the actor is read by the name that the admin has confirmed, and by no other', () => {
    const actor = 'UBND xã Ea Sol và Phòng Nội vụ huyện'
    const formerly = [
      { name: 'UBND xã Ea Sol', now: 'UBND xã Ea Hiao' },
      { name: 'Phòng Nội vụ huyện', now: null },
    ]
    expect(actorToday({ actor, formerly })).toBe('UBND xã Ea Hiao và Phòng Nội vụ huyện')
    expect(actorToday({ actor })).toBe(actor)
  })
})

describe('an office named without its district', () => {
  const to = (recipient: string) => ({ actor: null, recipient })
  it.each([
    ['UBND huyện Cư Núi', null, 'Phòng Nội vụ', 'Phòng Nội vụ huyện Cư Núi'],
    ['ỦY BAN NHÂN DÂN HUYỆN CƯ NÚI', 'Cư Núi', 'Phòng Nội vụ', 'Phòng Nội vụ huyện Cư Núi'],
    ['Ủy ban nhân dân huyện', 'Cư Núi', 'Phòng Nội vụ', 'Phòng Nội vụ huyện Cư Núi'],
    ['Ủy ban nhân dân thị xã', 'Hồ Cao', 'Văn phòng HĐND và UBND, Phòng Y tế', 'Phòng Y tế thị xã Hồ Cao'],
  ])('in a plan of %s (%s) “%s” is %s', (issuer, place, phrase, full) => {
    const [body] = formerByIssuer({ issuer, place }, to(phrase))
    expect(body?.full).toBe(full)
    expect(phrase).toContain(body?.name)
  })

  it.each([
    ['UBND xã Ea Mẫu', 'Ea Mẫu', 'Phòng Kinh tế'],
    ['UBND huyện Cư Núi', 'Cư Núi', 'Phòng Kinh tế xã'],
    ['UBND huyện Cư Núi', 'Cư Núi', 'các phòng chuyên môn'],
    ['Ủy ban nhân dân huyện', null, 'Phòng Nội vụ'],
  ])('in a plan of %s (%s) “%s” is not taken for one', (issuer, place, phrase) => {
    expect(formerByIssuer({ issuer, place }, to(phrase))).toEqual([])
  })
})

describe("the agency's own list", () => {
  const own = [{ name: 'Ban Thi đua tỉnh Cao Nguyên', now: 'Sở Nội vụ', since: '2025-03-01' }]
  const deadline = { actor: null, recipient: 'Ban Thi đua tỉnh Cao\nNguyên' }
  it('names a body that the catalogue does not know, from its day on', () => {
    expect(formerIn(deadline, '2025-02-28', own)).toEqual([])
    expect(formerIn(deadline, '2025-03-01', own)).toMatchObject([{ name: own[0]?.name, candidates: ['Sở Nội vụ'] }])
  })

  it('comes first for one that the catalogue knows, and is no part of a longer name', () => {
    const listed = (name: string) => [{ name, now: 'Phòng Văn hóa - Xã hội xã', since: '2025-07-01' }]
    const to = { actor: null, recipient: 'Phòng Nội vụ huyện Cư Núi' }
    expect(formerIn(to, '2025-07-01', listed('Phòng Nội vụ huyện Cư Núi'))[0]?.candidates).toEqual([
      'Phòng Văn hóa - Xã hội xã',
    ])
    expect(formerIn(to, '2025-07-01', listed('Phòng Nội vụ')).map(({ name }) => name)).toEqual([to.recipient])
  })
})
