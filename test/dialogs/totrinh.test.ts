import { afterEach, describe, expect, test } from 'vitest'
import type { Proposal } from '../../src/domain/report.ts'
import { paperUnitKey } from '../../src/papers/paper-unit.ts'
import type { Speaker } from '../chat/office.ts'
import { layoutFindings, linesOf, tableOf } from '../papers/open-paper.ts'
import { seedReport } from '../store/seed-report.ts'
import { goes } from './commune.ts'
import { openReporting, type Reporting } from './reporting-commune.ts'
import { filesOf, sealed } from './urging-commune.ts'

let reporting: Reporting
afterEach(() => reporting.office.close())

const text = (heard: { text: string }[]) => heard.map((one) => one.text).join('\n---\n')
const squeezed = (bytes: Uint8Array) => linesOf(bytes).map((line) => line.replace(/\s+/g, ' '))
const award = 'Giấy khen của Chủ tịch UBND xã'
const of = (subject: Proposal['subject'], name: string, position = ''): Proposal => ({
  ...{ subject, name, position, commendation: award },
})
const lastFile = async (speaker: Speaker) => (await filesOf(reporting, speaker)).at(-1)?.bytes ?? new Uint8Array()

/** The union's own report with three proposals, and one of its member, who proposes herself as the union does. */
async function reported(state: 'waiting' | 'approved' | 'received' = 'received') {
  reporting = await openReporting()
  const { office, planId, unitId, deadlines, head, lan } = reporting
  const { store } = office.database
  const about = { planId, deadlineId: deadlines.reporting?.id ?? null, unitId }
  const lanAs = of('person', 'Nguyễn Thị Lan', 'Hội viên')
  const proposals = [of('unit', 'Hội Nông dân xã'), lanAs, of('person', 'Y Bhôk Niê', 'Chủ tịch')]
  await seedReport(store, { ...about, personId: null, by: head.id, proposals, state })
  await seedReport(store, { ...about, personId: lan.id, by: lan.id, proposals: [lanAs], state })
  const root = (await store.units.all()).find(({ parentId }) => parentId === null)?.id ?? ''
  await store.settings.set(paperUnitKey(root), sealed)
  return { store, root }
}

describe('the draft submission', () => {
  test('gathers what reports propose, each once, and lets some be left out', async () => {
    await reported()
    const { admin } = reporting
    const made = await goes(admin, '/tonghop', '1')
    expect(made.at(-1)?.buttons).toContain('Soạn tờ trình')
    const [list] = await admin.presses('Soạn tờ trình')
    expect(list?.text.split('\n').slice(0, 4)).toEqual([
      'Tờ trình đề nghị khen thưởng: 3 đề nghị trong các báo cáo.',
      `1. Tập thể Hội Nông dân xã: ${award}`,
      `2. Nguyễn Thị Lan, Hội Nông dân xã: ${award}`,
      `3. Y Bhôk Niê, Hội Nông dân xã: ${award}`,
    ])
    expect(text(await goes(admin, 'bhôk'))).toContain(`3. Y Bhôk Niê, Hội Nông dân xã: ${award} – không đưa vào`)
  })

  test('is a tờ trình with the list as its appendix, in the numbers of the reports, and passes the checker', async () => {
    const { store, root } = await reported()
    const { admin, planId } = reporting
    await goes(admin, '/tonghop', '1', '[Soạn tờ trình]', '3', '[Tiếp tục]')
    await goes(admin, '[Hội đồng Thi đua - Khen thưởng xã]', '[TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH]')
    const [sent] = await admin.presses('Nguyễn Văn Hùng')
    expect(sent?.text).toContain('2 đề nghị, trình Hội đồng Thi đua - Khen thưởng xã')
    const bytes = await lastFile(admin)
    const lines = squeezed(bytes)
    expect(lines).toContain('TỜ TRÌNH')
    expect(lines).toContain('Kính gửi: Hội đồng Thi đua - Khen thưởng xã')
    expect(lines).toContain(`- ${award}: 01 tập thể, 01 cá nhân.`)
    expect(lines).toContain('- Báo cáo kết quả của Hội Nông dân xã.')
    expect(tableOf(bytes, 0)[1]).toEqual([
      ...['1', 'Hội Nông dân xã', award, 'Đạt 2/3 chỉ tiêu đã đăng ký có số đo, trong đó vượt 1 chỉ tiêu', ''],
    ])
    expect(tableOf(bytes, 1)[1]?.slice(1, 3)).toEqual(['Nguyễn Thị Lan', 'Hội viên, Hội Nông dân xã'])
    expect(lines.filter((line) => line.includes('Bhôk') || /BC-2024/.test(line))).toEqual([])
    expect(layoutFindings(bytes)).toEqual([])
    expect((await store.audit.about(`plan:${planId}`)).at(-1)).toMatchObject({ action: 'plan.submission_drafted' })
    expect(root).not.toBe('')
  })

  test('of its own unit is for a head, who sees nothing beside it', async () => {
    await reported('approved')
    const { head, office } = reporting
    const { store } = office.database
    const school = await office.person('Võ Thị Mai', {
      unit: 'Trường Tiểu học',
      parent: 'UBND xã Ea Mẫu',
      role: 'head',
    })
    expect((await goes(school, '/tonghop', '1')).at(-1)?.buttons).toEqual(['Bản Word'])
    const made = await goes(head, '/tonghop', '1')
    expect(made.at(-1)?.buttons).toEqual(['Bản Word', 'Soạn tờ trình'])
    await goes(head, '[Soạn tờ trình]', '[Tiếp tục]')
    const [sent] = await head.says('Chủ tịch UBND xã Ea Mẫu')
    expect(sent?.text).toContain('3 đề nghị, trình Chủ tịch UBND xã Ea Mẫu')
    expect(squeezed(await lastFile(head))[0]).toBe('TỜ TRÌNH')
    await store.people.endRole({ personId: head.id, unitId: reporting.unitId, role: 'head' })
    await head.pressesOld('Soạn tờ trình', 0)
    expect(text(await head.hears())).not.toContain('đề nghị trong các báo cáo')
  })

  test('waits for reports that their unit has not approved', async () => {
    await reported('waiting')
    const { admin } = reporting
    const made = await goes(admin, '/tonghop', '1')
    expect(made.at(-1)?.buttons).not.toContain('Soạn tờ trình')
  })

  test('a body to submit to that has no letters is asked for again', async () => {
    await reported()
    const heard = await goes(reporting.admin, '/tonghop', '1', '[Soạn tờ trình]', '[Tiếp tục]', '12')
    expect(text(heard)).toContain('“12” chưa rõ là cơ quan nào')
  })
})
