import { fold } from '../../domain/fold.ts'

/** What an agency may bring its own form for. */
export const templateKinds = ['unitRegistration', 'personRegistration', 'report'] as const
export type TemplateKind = (typeof templateKinds)[number]

/**
 * A tag as clerks type it between braces, `{đơn vị}`; with or without marks, in any case. `each`: a group `{#nội dung}` …
 * `{/nội dung}`, repeated with its own tags. `required`: without it a form would not say what it is for. `about` names its
 * meaning in the locales, `sample` stands in the preview.
 */
export type TemplateTag = { name: string; about: string; sample?: string; each?: TemplateTag[]; required?: true }

const tag = (name: string, about: string, sample: string): TemplateTag => ({ name, about, sample })
const wanted = (one: TemplateTag): TemplateTag => ({ ...one, required: true })
const group = (name: string, about: string, ...each: TemplateTag[]): TemplateTag => ({ name, about, each })

const number = tag('STT', 'number', '1')
const place = tag('địa danh', 'place', 'Ea Sơn')
const year = tag('năm', 'year', '2026')
const plan = wanted(tag('kế hoạch', 'plan', 'Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026'))
const to = tag('nơi tiếp nhận', 'to', 'Hội đồng Thi đua - Khen thưởng xã Ea Sơn')
const unit = tag('đơn vị', 'unit', 'Phòng Văn hóa - Xã hội')
const note = tag('ghi chú', 'note', 'Đăng ký bổ sung')
const title = tag('danh hiệu', 'title', 'Lao động tiên tiến')
const commendation = tag('hình thức khen', 'commendation', 'Giấy khen')
const initiative = tag('sáng kiến', 'initiative', 'Số hóa hồ sơ một cửa')
const person = tag('họ tên', 'person', 'H’Linh Niê Kdăm')
const position = tag('chức vụ', 'position', 'Công chức')
const work = tag('công việc', 'work', 'Giải quyết hồ sơ đúng hạn')
const target = tag('chỉ tiêu', 'target', '100% hồ sơ đúng hạn')

/** The head and the foot of a unit's paper, as asked once per unit. */
const issued = [
  tag('cơ quan chủ quản', 'superior', 'UBND XÃ EA SƠN'),
  tag('cơ quan ban hành', 'issuer', 'PHÒNG VĂN HÓA - XÃ HỘI'),
  tag('quyền hạn người ký', 'authority', 'KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG'),
  tag('người ký', 'signer', 'Nguyễn Văn Ý'),
]

const contents = wanted(
  group(
    'nội dung',
    'contents',
    number,
    tag('tên nội dung', 'content', 'Cải cách hành chính'),
    work,
    target,
    tag('ngày hoàn thành', 'finish', '15/09/2026'),
  ),
)
const people = group(
  'danh sách',
  'people',
  number,
  person,
  position,
  tag('bộ phận', 'part', 'Thôn 3'),
  title,
  commendation,
  initiative,
)

/** The tags of each kind of form. */
export const templateTags: Record<TemplateKind, TemplateTag[]> = {
  unitRegistration: [
    ...issued,
    place,
    year,
    wanted(unit),
    plan,
    to,
    contents,
    people,
    title,
    commendation,
    initiative,
    note,
  ],
  personRegistration: [
    ...[wanted(person), position, unit, place, year, plan, to, contents, title, commendation, initiative, note],
    tag('chức vụ người xác nhận', 'confirmerPost', 'TRƯỞNG PHÒNG'),
    tag('người xác nhận', 'confirmer', 'Nguyễn Văn Ý'),
  ],
  report: [
    ...[...issued, place, year, wanted(unit), person, position, plan, to],
    tag('kỳ báo cáo', 'round', 'quý I/2026'),
    tag('mốc số liệu', 'closing', 'tính đến tháng 10/2026'),
    wanted(
      group(
        'kết quả',
        'results',
        ...[number, tag('tên nội dung', 'content', 'Cải cách hành chính'), work, target],
        tag('đã đạt', 'achieved', '98% hồ sơ đúng hạn'),
        tag('tỷ lệ', 'share', '98%'),
        tag('tình hình', 'account', 'Còn 2 hồ sơ chờ bổ sung'),
        tag('minh chứng', 'evidence', 'Biểu thống kê tháng 10'),
      ),
    ),
    tag('khó khăn', 'difficulties', 'Đường truyền chưa ổn định'),
    tag('nguyên nhân', 'causes', 'Thiết bị đã cũ'),
    tag('kiến nghị', 'requests', 'Bổ sung máy quét'),
    group('đề nghị khen', 'proposals', number, person, position, commendation),
  ],
}

/** The tag of this name among some, however it is typed; undefined where there is none. */
export const findTag = (tags: TemplateTag[], name: string) => tags.find((one) => fold(one.name) === fold(name))

/** The tags by the road to them: what may stand inside a group besides its own is all that stands outside. */
export const within = (tags: TemplateTag[], groups: string[]): TemplateTag[] =>
  groups.flatMap((name) => findTag(tags, name)?.each ?? []).concat(tags)
