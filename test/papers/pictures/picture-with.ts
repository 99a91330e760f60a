import type { Theme } from '../../../src/papers/pictures/palette.ts'
import type { ProgressPicture } from '../../../src/papers/pictures/progress-picture.ts'

type Change = {
  theme?: Theme
  units: string[]
  title?: string
  deeds?: string[]
  total?: number
  isCourteous?: boolean
}

/** A picture of 8 April 2024 with these units; by default one deadline of tomorrow and one of the week before. */
export function pictureWith({ units, theme = 'light', title = 'UBND xã Ea Mẫu', ...change }: Change): ProgressPicture {
  const { deeds = ['Đăng ký thi đua 120 năm thành lập tỉnh', 'Gửi báo cáo'], total = 8, isCourteous = false } = change
  const share = { done: Math.floor((total * 3) / 8), total }
  const columns = deeds.map((name, index) => ({
    ...{ name, number: index + 1, ...share },
    ...(index === 1 ? { day: '29/03', at: 4, isPast: true } : { day: '09/04', at: 15 + index * 3, isPast: false }),
    label: `09/04: ${share.done}/${total} người`,
  }))
  return {
    ...{ theme, title, asOf: 'Thứ Hai 08/04/2024', columns },
    headings: {
      timeline: 'Thời hạn, ngày chậm nhất',
      coverage: 'Đã ghi nhận theo đơn vị',
      today: 'hôm nay 08/04',
      past: 'đã qua',
    },
    axis: {
      ...{ days: 35, today: 14, offDays: [5, 6, 12, 13, 19, 20, 24, 26, 27, 33, 34] },
      mondays: ['25/03', '01/04', '08/04', '15/04', '22/04'].map((day, week) => ({ day, at: week * 7 })),
    },
    rows: units.map((name) => ({ name, isCourteous, cells: columns.map(() => share) })),
    notes: ['Trang 1/3.'],
  }
}
