type Who = 'official' | 'head' | 'admin'

/** Something said or pressed in a chat of the demo, a day to go to, or a picture of one chat or the page. */
export type Step =
  | { who: Who; says: string }
  | { who: Who; presses: string }
  | { clock: string }
  | { picture: string; of: Who | 'page' }

const official = (says: string): Step => ({ who: 'official', says })
const presses = (who: Who, label: string): Step => ({ who, presses: label })
const picture = (name: string, of: Who | 'page'): Step => ({ picture: name, of })

const register: Step[] = [
  official('/dangky'),
  presses('official', 'Chọn 1'),
  picture('dang-ky-noi-dung', 'official'),
  presses('official', 'Chọn 1'),
  presses('official', 'Tiếp tục'),
  official('Trả kết quả hồ sơ đất đai trước hạn'),
  picture('dang-ky-chi-tieu', 'official'),
  official('100% hồ sơ được giải quyết đúng hạn'),
  official('31/6'),
  picture('dang-ky-ngay', 'official'),
  official('cuối tháng 7'),
  presses('official', 'Bỏ qua'),
  picture('dang-ky-xem-lai', 'official'),
  presses('official', 'Gửi'),
  picture('bien-nhan', 'official'),
]

/** What the pictures of the README and the guides show; each scene begins with fresh sample data. */
export const scenes: { clock: string; steps: Step[] }[] = [
  {
    clock: '2024-03-27T09:12:00+07:00',
    steps: [
      official('/hanchot'),
      picture('han-chot', 'official'),
      ...register,
      picture('duyet', 'head'),
      presses('head', 'Duyệt'),
      presses('admin', 'Xem'),
      picture('tiep-nhan', 'admin'),
      picture('chat', 'page'),
    ],
  },
  {
    clock: '2024-04-05T16:00:00+07:00',
    steps: [{ clock: '8/4' }, picture('ban-tin', 'head'), { clock: '12/4' }, picture('nhac-viec', 'official')],
  },
  {
    clock: '2024-03-27T09:12:00+07:00',
    steps: [official('/trogiup'), picture('huong-dan', 'official')],
  },
]
