import { readFileSync } from 'node:fs'

export type Who = 'official' | 'head' | 'admin'

/** Something said, pressed or sent (until a button shows that it was read) in a chat of the demo, or a day to go to. */
export type Deed =
  | { who: Who; says: string }
  | { who: Who; presses: string }
  | { who: Who; sends: string; holds: string; until: string }
  /** Waits for what comes by itself: slow work that is done. */
  | { who: Who; until: string }
  | { clock: string }

/** What a picture shows: a chat, the whole page, a page by its path, or one that the last link of a chat opens (and a link or button there). */
export type Shown = Who | 'page' | { path: string; opens?: string } | { linkOf: Who; opens?: string }
export type Step = Deed | { picture: string; of: Shown }

/** Fresh sample data at an instant, and what happens. With `settings` it is no demo: only pages can be shown. */
export type Scene = { clock: string; settings?: Record<string, string>; steps: Step[] }

const says = (who: Who, words: string): Step => ({ who, says: words })
const presses = (who: Who, label: string): Step => ({ who, presses: label })
const picture = (name: string, of: Shown): Step => ({ picture: name, of })

const register: Step[] = [
  says('official', '/dangky'),
  presses('official', 'Chọn 1'),
  picture('dang-ky-noi-dung', 'official'),
  presses('official', 'Chọn 1'),
  presses('official', 'Tiếp tục'),
  says('official', 'Trả kết quả hồ sơ đất đai trước hạn'),
  picture('dang-ky-chi-tieu', 'official'),
  says('official', '100% hồ sơ được giải quyết đúng hạn'),
  says('official', '31/6'),
  picture('dang-ky-ngay', 'official'),
  says('official', 'cuối tháng 7'),
  presses('official', 'Bỏ qua'),
  picture('dang-ky-xem-lai', 'official'),
  presses('official', 'Gửi'),
  picture('bien-nhan', 'official'),
]

const fromDeadlinesToReceipt: Scene = {
  clock: '2024-03-27T09:12:00+07:00',
  steps: [
    says('official', '/hanchot'),
    picture('han-chot', 'official'),
    ...register,
    picture('duyet', 'head'),
    presses('head', 'Duyệt'),
    presses('admin', 'Xem'),
    picture('tiep-nhan', 'admin'),
    picture('chat', 'page'),
    picture('tra-cuu', { path: '/tracuu?ma=DK-2024-0001' }),
  ],
}

const remindersAndDigest: Scene = {
  clock: '2024-04-05T16:00:00+07:00',
  steps: [
    { clock: '8/4' },
    picture('ban-tin', 'head'),
    presses('head', 'Nhắc 2 người'),
    picture('nhac-nguoi', 'head'),
    presses('head', 'Gửi nhắc'),
    says('head', 'tien do'),
    presses('head', 'Xem biểu đồ'),
    { who: 'head', until: 'Xem bằng chữ' },
    picture('bieu-do', 'head'),
    says('official', 'cua toi'),
    presses('official', 'Nhắc việc'),
    picture('tuy-chon-nhac', 'official'),
    { clock: '12/4' },
    picture('nhac-viec', 'official'),
    says('head', 'tien do'),
    presses('head', 'Mở bảng'),
    picture('bang-theo-doi', { linkOf: 'head' }),
    picture('bang-tin-in', { linkOf: 'head', opens: 'Bảng tin để in (A4)' }),
    says('head', 'nguoi thay'),
    presses('head', 'Báo vắng'),
    says('head', '1'),
    says('head', 'từ 15/04 đến 20/04'),
    says('head', '1'),
    says('head', '1'),
    picture('nguoi-thay', 'head'),
    says('admin', 'don doc'),
    presses('admin', 'Xem 1'),
    presses('admin', 'Soạn công văn'),
    presses('admin', 'Tiếp tục'),
    presses('admin', 'thứ Sáu 19/04'),
    picture('cong-van', 'admin'),
    says('admin', '/huy'),
    says('admin', '/caidat'),
    picture('cai-dat', 'admin'),
  ],
}

const questions: Scene = {
  clock: '2024-03-27T09:12:00+07:00',
  steps: [
    says('official', 'bao giờ hết hạn đăng ký cải cách hành chính?'),
    picture('hoi-dap', 'official'),
    says('official', '/lich'),
    picture('lich', 'official'),
    says('admin', '/kehoach'),
    presses('admin', 'Diễn tập cả năm'),
    picture('dien-tap', 'admin'),
    says('admin', 'ma tham gia'),
    says('admin', 'Phòng Kinh tế'),
    says('admin', '1'),
    presses('admin', 'Mã QR'),
    picture('ma-tham-gia', 'admin'),
  ],
}

const loadingAPlan: Scene = {
  clock: '2025-10-06T08:30:00+07:00',
  steps: [
    says('admin', 'them ke hoach'),
    {
      ...{ who: 'admin', sends: 'ke-hoach-58.txt', until: 'Rà từng mốc' },
      holds: readFileSync(new URL('ke-hoach-mau.txt', import.meta.url), 'utf8'),
    },
    picture('doc-ke-hoach', 'admin'),
    presses('admin', 'Rà từng mốc'),
    picture('can-xac-nhan', 'admin'),
    presses('admin', 'Nhập ngày'),
    says('admin', 'chậm nhất 23/12/2025'),
    ...Array.from({ length: 3 }, () => presses('admin', 'Đúng')),
    presses('admin', 'Đủ rồi'),
    picture('ten-cu', 'admin'),
    presses('admin', 'Chờ xác nhận'),
    presses('admin', 'Dùng tên này'),
    picture('ai-thuc-hien', 'admin'),
    ...Array.from({ length: 3 }, () => presses('admin', 'Đồng ý')),
    picture('xem-truoc', 'admin'),
    presses('admin', 'Hẹn giờ'),
    says('admin', '8h thứ Tư'),
    picture('hen-gio', 'admin'),
  ],
}

const signingIn: Scene = {
  clock: '2024-03-27T09:12:00+07:00',
  settings: { WEB_CHAT: 'on', SAMPLE_DATA: 'on' },
  steps: [
    picture('dang-nhap', { path: '/' }),
    picture('dang-nhap-xac-nhan', { path: '/', opens: 'Đăng nhập bằng kênh đã liên kết' }),
  ],
}

/** What the pictures of the README and the guides show. */
export const scenes: Scene[] = [fromDeadlinesToReceipt, remindersAndDigest, questions, loadingAPlan, signingIn]
