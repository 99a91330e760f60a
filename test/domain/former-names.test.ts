import { describe, expect, it } from 'vitest'
import { actorToday, communesToday, formerBodies, formerIn } from '../../src/domain/former-names.ts'

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
