import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePeople } from '../../src/sample/agency-data.ts'

const run = promisify(execFile)
const cli = new URL('../../src/cli.ts', import.meta.url).pathname

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'))
  file = join(folder, 'ke-hoach-hoc-tap.txt')
  await writeFile(file, plan)
})
afterAll(() => rm(folder, { recursive: true }))

const plan = `ỦY BAN NHÂN DÂN
XÃ EA SƯƠNG
Số: 12/KH-UBND

Ea Sương, ngày 20 tháng 02 năm 2024

KẾ HOẠCH
Phát động thi đua học tập và chuyển đổi số năm 2024

I. MỤC ĐÍCH, YÊU CẦU
1. Động viên cán bộ, công chức học tập, nâng cao kỹ năng số.
II. NỘI DUNG THI ĐUA
1. Học tập kỹ năng số.
2. Giải quyết hồ sơ trên môi trường mạng.
III. TỔ CHỨC THỰC HIỆN
1. Các phòng, đơn vị đăng ký nội dung thi đua bằng văn bản, gửi về Văn phòng HĐND và UBND xã trước ngày 10/4/2024.
2. Các phòng, đơn vị báo cáo kết quả thực hiện, gửi về Văn phòng HĐND và UBND xã chậm nhất ngày 30/4/2024.
3. Hằng quý, các phòng, đơn vị tổ chức tổng kết phong trào trước ngày 15 tháng đầu quý sau.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Quốc Hưng
`

type Line = { at: string; kind: string; to: string; role: string; deadlines: { kind: string; rung: number | null }[] }

const replay = (...args: string[]) => run(process.execPath, [cli, 'replay', ...args])
async function play(from: string, to: string): Promise<Line[]> {
  const { stdout } = await replay('--from', from, '--to', to, '--plan', file)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

describe('playing a stretch of time', () => {
  let lines: Line[]
  beforeAll(async () => {
    lines = await play('2024-03-02', '2024-05-31')
  })

  test('everybody of the sample agency hears of the plan at the first working instant', () => {
    const first = lines.filter(({ kind }) => kind === 'announcement')
    expect(new Set(first.map(({ at }) => at))).toEqual(new Set(['2024-03-04T07:30:00+07:00']))
    expect(first.map(({ to }) => to).sort()).toEqual(samplePeople.map(({ id }) => id).sort())
    expect(first[0]?.deadlines).toContainEqual({
      ...{ plan: 'ke-hoach-hoc-tap', kind: 'registration', on: '2024-04-10', lastDay: '2024-04-09' },
      rung: null,
    })
  })

  test('each person hears the ladder of each deadline, once, on working mornings', () => {
    const mine = lines.filter(({ to, kind }) => to === 'nguyen-thi-mai' && kind !== 'announcement')
    const heard = mine.map(({ at, kind, deadlines }) =>
      [at.slice(5, 16), kind, ...deadlines.map((one) => `${one.kind} ${one.rung}`)].join(' '),
    )
    expect(heard).toEqual([
      '03-26T07:30 reminder registration 14',
      '04-02T07:30 reminder registration 7',
      '04-05T07:30 reminder registration 3',
      '04-08T07:30 reminder registration 1',
      '04-09T07:30 reminder registration 0',
      '04-10T07:30 overdue registration -1',
      '04-16T07:30 reminder report 14',
      '04-23T07:30 reminder report 7',
      '04-26T07:30 reminder report 0',
      '05-02T07:30 overdue report -1',
    ])
  })

  test('what comes again without a day of its own stands in the announcement only', () => {
    const yearly = lines.filter(({ deadlines }) => deadlines.some(({ kind }) => kind === 'final_review'))
    expect(new Set(yearly.map(({ kind }) => kind))).toEqual(new Set(['announcement']))
  })

  test('heads and the admin also get digests, others none', () => {
    const roles = lines.filter(({ kind }) => kind === 'digest').map(({ role }) => role)
    expect(new Set(roles)).toEqual(new Set(['head', 'admin']))
  })
})

const real = new URL('../../../shared/plans/ubnd-xa-krong-ana-2024-120-nam-dak-lak.txt', import.meta.url).pathname
if (!existsSync(real))
  console.warn('SKIPPED: the real plan of 2024 is not beside the project; its replay is not checked.')

test.skipIf(!existsSync(real))(
  'the real plan of 2024: everybody hears of its registration on these mornings',
  async () => {
    const { stdout } = await replay('--from', '2024-03-01', '--to', '2024-11-30', '--plan', real)
    const lines: Line[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const { id } of samplePeople) {
      const heard = lines
        .filter(({ to, kind }) => to === id && (kind === 'reminder' || kind === 'overdue'))
        .flatMap(({ at, deadlines }) => deadlines.map((one) => `${at.slice(5, 16)} ${one.kind} ${one.rung}`))
      expect(heard.filter((line) => line.includes('registration'))).toEqual([
        '03-26T07:30 registration 14',
        '04-02T07:30 registration 7',
        '04-05T07:30 registration 3',
        '04-08T07:30 registration 1',
        '04-09T07:30 registration 0',
        '04-10T07:30 registration -1',
      ])
      expect(heard.filter((line) => line.includes('launch')).map((line) => line.slice(0, 5))).toEqual([
        ...['03-15', '03-22', '03-28', '03-29', '04-01'],
      ])
      expect(heard.filter((line) => line.includes('final_review')).map((line) => line.slice(0, 5))).toEqual([
        ...['11-15', '11-22', '11-27', '11-29'],
      ])
    }
  },
)

test('lines come in the order of time, and the same each time', async () => {
  const [one, other] = [await play('2024-03-25', '2024-04-12'), await play('2024-03-25', '2024-04-12')]
  expect(one).toEqual(other)
  expect(one.map(({ at }) => at)).toEqual(one.map(({ at }) => at).sort())
})

describe('refusals print nothing on standard output', () => {
  const cases: [string, () => string[], number][] = [
    ['no plan', () => ['--from', '2024-03-01', '--to', '2024-04-01'], 1],
    ['no such day', () => ['--from', '2024-02-30', '--to', '2024-04-01', '--plan', file], 1],
    ['an end before the start', () => ['--from', '2024-04-01', '--to', '2024-03-01', '--plan', file], 1],
    ['no such file', () => ['--from', '2024-03-01', '--to', '2024-04-01', '--plan', join(folder, 'none.txt')], 2],
  ]
  test.each(cases)('%s', async (_, args, code) => {
    const failed = await replay(...args()).catch((error: { code: number; stdout: string; stderr: string }) => error)
    expect(failed).toMatchObject({ code, stdout: '' })
    expect(failed.stderr.trim().split('\n')).toHaveLength(1)
  })
})
