import fc from 'fast-check'
import type { AggregateLine } from '../../src/domain/aggregate-line.ts'
import { registrationStates } from '../../src/domain/registration.ts'
import type { Unit } from '../../src/domain/unit.ts'

/** An agency, the first name, with units right below it in this order. */
export const unitsOf = (names: string[]): Unit[] =>
  names.map((name, index) => ({
    ...{ id: `u${index}`, parentId: index === 0 ? null : 'u0', name },
    ...{ relation: 'subordinate', position: index },
  }))

const honour = fc.constantFrom(
  ...[
    null,
    'Lao động tiên tiến',
    'CSTĐCS',
    'Chiến sĩ thi đua toàn quốc',
    'Tập thể lao động tiên tiến',
    'Cờ thi đua tỉnh',
  ],
  ...['Giấy khen', 'Bằng khen của Chủ tịch UBND tỉnh', 'Huân chương Lao động', 'Kỷ niệm chương', 'Gia đình văn hóa'],
)
const name = fc.constantFrom(
  'Nguyễn Thị Lan',
  '=HYPERLINK("x")',
  'Y Bhôk Niê',
  '+84',
  '-1',
  '@tên',
  '\tTab',
  'H’Uyên <Ktla> & con',
)
const item = fc.record({
  content: fc.constantFrom('Cải cách hành chính', 'Chuyển đổi số', 'Việc khác'),
  work: fc.constantFrom('Rút ngắn thời gian', '-'),
  target: fc.option(fc.constant('100% hồ sơ')),
  finishDay: fc.option(fc.constant('2024-09-30')),
})
const person = fc
  .record({ name, position: fc.constantFrom('', 'Hội viên', 'Chi hội trưởng'), title: honour, commendation: honour })
  .map(({ title, commendation, ...rest }) => ({
    ...rest,
    ...(title === null ? {} : { title }),
    ...(commendation === null ? {} : { commendation }),
  }))

/** Any registration of these units, in any state. */
export const anyLine = (unitIds: string[]): fc.Arbitrary<AggregateLine> =>
  fc.record({
    code: fc.nat({ max: 9999 }).map((number) => `DK-2024-${number}`),
    subject: fc.constantFrom('unit' as const, 'person' as const),
    unitId: fc.constantFrom(...unitIds),
    person: fc.record({ name, position: fc.constantFrom('', 'Hội viên') }),
    state: fc.constantFrom(...registrationStates),
    late: fc.boolean(),
    sentOn: fc.constantFrom('2024-03-26', '2024-04-10'),
    receivedOn: fc.constantFrom(null, '2024-04-11'),
    arrivalNumber: fc.constantFrom(null, '12', '13'),
    body: fc.record({
      items: fc.array(item, { maxLength: 3 }),
      people: fc.array(person, { maxLength: 4 }),
      ...{ title: honour, commendation: honour, initiative: fc.constant(null) },
    }),
  })
