import { fold } from './fold.ts'
import type { Unit } from './unit.ts'

export const sectors = ['party', 'government', 'schools', 'villages', 'enterprises'] as const
/** Kinds of bodies, where no khối is set: Đảng – MTTQ – đoàn thể; chính quyền; trường, trạm; thôn, buôn, tổ dân phố; doanh nghiệp, HTX. */
export type Sector = (typeof sectors)[number]

/** The first that fits, over the folded name. */
const cues: [RegExp, Sector][] = [
  // "Chi bộ thôn 3", "Ủy ban MTTQ Việt Nam xã", "Hội Nông dân xã", "Chi hội thôn 2", "Đoàn Thanh niên", "Công đoàn"
  [/\b(?:dang uy|dang bo|chi bo|mat tran|mttq|cong doan|lien doan lao dong|xay dung dang)\b/, 'party'],
  [/^(?:ban )?(?:cua )?(?:chi )?(?:hoi(?! dong)|doan (?:thanh nien|tncs|khoi|xa|phuong|tinh)|chi doan)\b/, 'party'],
  // "Công ty TNHH Hồ Sen", "HTX Nông nghiệp", "Quỹ tín dụng nhân dân"
  [
    /\b(?:cong ty|doanh nghiep|hop tac xa|htx|ngan hang|quy tin dung|nong truong|lam truong|xi nghiep)\b/,
    'enterprises',
  ],
  // "Trường Tiểu học Kim Đồng", "THCS Lê Lợi", "Trạm Y tế xã"
  [/^(?:truong|tram|nha tre|benh vien)\b|\b(?:mam non|mau giao|tieu hoc|thcs|thpt|tram y te)\b/, 'schools'],
  // "Thôn 3", "Buôn Ea Tul", "Tổ dân phố 5"
  [/^(?:thon|buon|bon|lang|ap|khom|khu pho|to dan pho|tdp)\b/, 'villages'],
]
// "Bản Phú Xuân" is a village, "Ban Chỉ huy quân sự" an office: without marks they would be one word.
const mountainVillage = /^bản\s/iu

/** The sector that a unit's name and its standing to the agency propose; a khối that an admin has set comes before it. */
export function proposeSector({ name, relation }: Pick<Unit, 'name' | 'relation'>): Sector {
  if (mountainVillage.test(name.normalize('NFC'))) return 'villages'
  const folded = fold(name)
  const found = cues.find(([pattern]) => pattern.test(folded))?.[1]
  return found ?? (relation === 'coordinating' ? 'party' : 'government')
}
