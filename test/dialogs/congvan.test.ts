import { afterEach, describe, expect, test } from 'vitest'
import { layoutFindings, linesOf } from '../papers/open-paper.ts'
import { seedRegistration } from '../store/seed-registration.ts'
import { goes } from './commune.ts'
import { filesOf, openUrging, type Urging } from './urging-commune.ts'

let urging: Urging
afterEach(() => urging.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const letter = ['/dondoc', '[Xem 1]', '[Soạn công văn]']
const squeezed = (bytes: Uint8Array) => linesOf(bytes).map((line) => line.replace(/\s+/g, ' '))
const written = async () => (await filesOf(urging, urging.admin)).filter(({ name }) => name.includes('cong-van'))

describe('the units of a letter', () => {
  test('are those with nothing recorded, coordinating bodies first; never what is above, nor who issues it', async () => {
    urging = await openUrging()
    const [list] = await goes(urging.admin, ...letter)
    expect(list?.text.split('\n').slice(1, 4)).toEqual([
      '1. Hội Nông dân xã (cơ quan phối hợp, công văn riêng)',
      '2. Trường Tiểu học Kim Đồng',
      '3. Trạm Y tế xã',
    ])
    expect(list?.text).not.toContain('Đảng ủy')
  })

  test('leave out whose own paper has come', async () => {
    urging = await openUrging()
    const { office, planId, deadlineId, principal, unitIdOf, admin } = urging
    const unitId = unitIdOf('Trường Tiểu học Kim Đồng')
    await seedRegistration(office.database.store, { planId, deadlineId, unitId, personId: null, by: principal.id })
    expect(text(await goes(admin, ...letter))).not.toContain('Kim Đồng')
  })

  test('with more time from a leader are not in it unless they are taken in', async () => {
    urging = await openUrging()
    const { office, deadlineId, unitIdOf, admin } = urging
    await office.database.store.extensions.add({
      ...{ deadlineId, unitId: unitIdOf('Trạm Y tế xã'), lastDay: '2024-04-15', agreedBy: 'Nguyễn Văn Hùng' },
      ...{ agreedOn: '2024-04-08', via: 'phone' as const, by: admin.id, at: office.clock.now() },
    })
    const [list] = await goes(admin, ...letter)
    expect(list?.text).toContain('3. Trạm Y tế xã (được gia hạn riêng đến hết thứ Hai 15/04/2024) – không đưa vào')
    expect(text(await goes(admin, 'trạm y tế'))).toContain('đến hết thứ Hai 15/04/2024)\n')
  })

  test('are looked at one by one, with how each was reminded; with none left the list is asked about again', async () => {
    urging = await openUrging()
    const { admin } = urging
    await goes(admin, '/dondoc', '[Xem 1]', '[Ghi lần nhắc]', 'Trạm Y tế xã', '[Điện thoại]', '[thứ Hai 08/04/2024]')
    await goes(admin, 'Lý Thị Sen', 'hẹn gửi chiều 08/04', '[Soạn công văn]')
    expect(text(await goes(admin, '[Xem từng đơn vị]'))).toContain('Đơn vị 1/3: Hội Nông dân xã')
    expect(text(await goes(admin, '[Bỏ ra]', '[Bỏ ra]'))).toBe(
      'Đơn vị 3/3: Trạm Y tế xã\n08/04 gọi điện, người nghe: Lý Thị Sen, hẹn gửi chiều 08/04',
    )
    const [again] = await goes(admin, '[Bỏ ra]')
    expect(again?.text).toContain('3. Trạm Y tế xã – không đưa vào')
    expect(again?.buttons).not.toContain('Tiếp tục')
  })

  test('that are not known are not guessed', async () => {
    urging = await openUrging()
    expect(text(await goes(urging.admin, ...letter, 'xã'))).toContain('gõ số hoặc vài chữ của tên đơn vị')
  })

  test('are none where all that is left is above', async () => {
    urging = await openUrging()
    const { office, planId, deadlineId, unitIdOf, admin } = urging
    for (const name of ['Hội Nông dân xã', 'Trường Tiểu học Kim Đồng', 'Trạm Y tế xã'])
      await seedRegistration(office.database.store, {
        ...{ planId, deadlineId, unitId: unitIdOf(name), personId: null, by: admin.id },
      })
    expect(text(await goes(admin, ...letter))).toContain('Không có đơn vị nào cần gửi công văn')
  })
})

describe('the letters', () => {
  const toPreview = [
    ...letter,
    '[Tiếp tục]',
    '12/4',
    '[TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH]',
    'Trần Văn Nam',
  ]

  test('are two, the one to coordinating bodies courteous, signed by the leader that was named, and pass the checker', async () => {
    urging = await openUrging()
    expect(text(await goes(urging.admin, ...toPreview))).toBe(
      [
        'Công văn trân trọng đề nghị, gửi cơ quan phối hợp: Hội Nông dân xã.',
        'Công văn gửi: Trường Tiểu học Kim Đồng; Trạm Y tế xã.',
        'Đề nghị gửi chậm nhất thứ Sáu 12/04/2024.',
        'Người ký: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH, Trần Văn Nam.',
        'Đây là dự thảo: hệ thống không gửi cho đơn vị nào.',
      ].join('\n'),
    )
    await goes(urging.admin, '[Soạn dự thảo]')
    const [courteous, plain] = await written()
    const [one, other] = [squeezed(courteous?.bytes ?? new Uint8Array()), squeezed(plain?.bytes ?? new Uint8Array())]
    expect(one).toContain('Kính gửi: Hội Nông dân xã')
    expect(one.some((line) => line.startsWith('Trân trọng đề nghị Hội Nông dân xã quan tâm'))).toBe(true)
    expect(
      other.some((line) => line.startsWith('Đề nghị Trường Tiểu học Kim Đồng; Trạm Y tế xã gửi bản đăng ký')),
    ).toBe(true)
    for (const lines of [one, other]) {
      expect(lines).toContain('KT. CHỦ TỊCH')
      expect(lines).toContain('Trần Văn Nam')
      expect(lines.filter((line) => /chưa nộp|quá hạn|vi phạm|Đảng ủy/.test(line))).toEqual([])
    }
    for (const { bytes } of await written()) expect(layoutFindings(bytes)).toEqual([])
  })

  test('are noted as drafts and in the audit, and nobody is told', async () => {
    urging = await openUrging()
    const { admin, office, deadlineId, principal, head } = urging
    await goes(admin, ...toPreview, '[Soạn dự thảo]')
    expect(await principal.hears()).toEqual([])
    expect(await head.hears()).toEqual([])
    const { store } = office.database
    expect(await store.chases.drafts(deadlineId)).toMatchObject([{ until: '2024-04-12', unitIds: { length: 3 } }])
    const audit = await store.audit.about(`deadline:${deadlineId}`)
    expect(audit.map(({ action }) => action)).toContain('deadline.letter_drafted')
    expect(text(await goes(admin, '/dondoc', '[Xem 1]'))).toContain(
      'Hội Nông dân xã\n   08/04 soạn dự thảo công văn, đề nghị gửi chậm nhất 12/04/2024',
    )
  })

  test('leave the day and the name to who signs where they are skipped', async () => {
    urging = await openUrging()
    await goes(urging.admin, ...letter, '[Tiếp tục]', '[Bỏ qua]', '[TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH]', '[Bỏ qua]')
    await goes(urging.admin, '[Soạn dự thảo]')
    const [, plain] = await written()
    const lines = squeezed(plain?.bytes ?? new Uint8Array())
    expect(lines.some((line) => line.includes('chậm nhất ngày tháng năm 2024'))).toBe(true)
    expect(lines).not.toContain('Nguyễn Văn Hùng')
  })

  test('are the content alone where nobody has said how the papers look, with the offer to say it', async () => {
    urging = await openUrging('2024-04-08T08:00:00+07:00', { declared: false })
    const heard = await goes(urging.admin, ...letter, '[Tiếp tục]', '12/4', '[Soạn dự thảo]')
    expect(heard.at(-1)?.buttons).toEqual(['Khai thể thức'])
    const [courteous] = await written()
    expect(squeezed(courteous?.bytes ?? new Uint8Array())[0]).toBe('NỘI DUNG CÔNG VĂN')
  })

  test('are Vietnamese whatever language the chat speaks', async () => {
    urging = await openUrging()
    const { admin, office } = urging
    await office.database.store.people.setLanguage(admin.id, 'en')
    await goes(admin, '/dondoc', '[See 1]', '[Draft letter]', '[Continue]', '12/4')
    await goes(admin, '[TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH]', '[Nguyễn Văn Hùng]', '[Write draft]')
    const [courteous] = await written()
    expect(squeezed(courteous?.bytes ?? new Uint8Array()).join(' ')).toContain('là trước ngày 10/04/2024.')
    await goes(admin, '/dondoc', '[See 1]', '[Print proof]')
    const lines = linesOf((await filesOf(urging, admin)).at(-1)?.bytes ?? new Uint8Array())
    expect(lines).toContain('Hệ thống chưa ghi nhận')
    expect(lines.filter((line) => /Nothing|before/.test(line))).toEqual([])
  })

  test('do not name who has registered meanwhile', async () => {
    urging = await openUrging()
    const { admin, office, planId, deadlineId, unitIdOf, principal } = urging
    await goes(admin, ...toPreview)
    const unitId = unitIdOf('Trường Tiểu học Kim Đồng')
    await seedRegistration(office.database.store, { planId, deadlineId, unitId, personId: null, by: principal.id })
    expect(text(await goes(admin, '[Soạn dự thảo]'))).not.toContain('Kim Đồng')
  })

  test('are not for who is an admin no more', async () => {
    urging = await openUrging()
    const { admin, office, root } = urging
    await goes(admin, ...toPreview)
    await office.database.store.people.endRole({ personId: admin.id, unitId: root, role: 'admin' })
    expect(text(await goes(admin, '[Soạn dự thảo]'))).toContain('Không có đơn vị nào')
    expect(await written()).toEqual([])
  })
})

test('while the plan’s own last day is ahead it is offered first, and no later one', async () => {
  urging = await openUrging('2024-04-03T08:00:00+07:00')
  const [early] = await goes(urging.admin, ...letter, '[Tiếp tục]')
  expect(early?.buttons.slice(0, 2)).toEqual(['thứ Ba 09/04', 'thứ Hai 08/04'])
  await urging.office.moveTo('2024-04-10T08:00:00+07:00')
  const [late] = await goes(urging.admin, '/huy', ...letter, '[Tiếp tục]')
  expect(late?.buttons[0]).toBe('thứ Hai 15/04')
})
