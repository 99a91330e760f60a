import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalOf } from '../../src/reading/refuse.ts'
import { threadMs } from '../thread-ms.ts'

const body = `
KẾ HOẠCH
Tổ chức hội thi tìm hiểu pháp luật năm 2026

Căn cứ Kế hoạch số 40/KH-UBND ngày 20/02/2026 của UBND tỉnh;
I. MỤC ĐÍCH
Nâng cao hiểu biết pháp luật của cán bộ, công chức.
`
const head = (mark: string) => `UBND XÃ HỒ SEN\n${mark}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM${body}`

// biome-ignore format: a table keeps its columns
const secret = [
  { say: 'on a line of its own',              text: head('MẬT') },
  { say: 'the higher degrees',                text: head('TỐI MẬT') },
  { say: 'the highest degree',                text: head('TUYỆT MẬT') },
  { say: 'with letters apart',                text: head('M Ậ T') },
  { say: 'with letters and words apart',      text: head('T U Y Ệ T   M Ậ T') },
  { say: 'in square brackets',                text: head('[TỐI MẬT]') },
  { say: 'in round brackets, small letters',  text: head('(mật)') },
  { say: 'in a box of lines',                 text: head('┌──────┐\n│ MẬT │\n└──────┘') },
  { say: 'in a box of signs',                 text: head('+-------+\n|  MẬT  |\n+-------+') },
  { say: 'in bold',                           text: head('**TỐI MẬT**') },
  { say: 'between stars',                     text: head('*** MẬT ***') },
  { say: 'named as the degree',               text: head('Độ mật: Mật') },
  { say: 'named as the degree in capitals',   text: head('MỨC ĐỘ MẬT: TỐI MẬT') },
  { say: 'named without a colon',             text: head('Độ mật Tối mật') },
  { say: 'as one column of two',              text: head('Số: 14/KH-UBND          MẬT') },
  { say: 'as a column on the left',           text: head('TỐI MẬT     Hồ Sen, ngày 06 tháng 3 năm 2026') },
  { say: 'beside the number, one blank',      text: head('Số: 14/KH-UBND MẬT') },
  { say: 'before the number',                 text: head('TUYỆT MẬT Số: 14/KH-UBND') },
  { say: 'bracketed after the number',        text: head('Số: 14-KH/ĐU (Mật)') },
  { say: 'as the very first line',            text: `TUYỆT MẬT\n${head('')}` },
  { say: 'as a heading of markdown',          text: `# MẬT\n${head('')}` },
  { say: 'between the title and its body',    text: head('').replace('\nCăn cứ', '\nMẬT\n\nCăn cứ') },
  { say: 'composed of separate signs (NFD)',  text: head('TỐI MẬT').normalize('NFD') },
  { say: 'with the word document',            text: head('TÀI LIỆU MẬT') },
  { say: 'under an office of the state',      text: head('KHO BẠC NHÀ NƯỚC\nMẬT') },
  { say: 'small letters, two words',          text: head('tối mật') },
  { say: 'on the line after its name',        text: head('Độ mật:\nMật') },
  { say: 'named shortly',                     text: head('Mức độ: Mật') },
  { say: 'two lines for two words',           text: head('TUYỆT\nMẬT') },
]
test.each(secret)('a mark of secrecy $say', ({ text }) => {
  expect(refusalOf(text)).toBe('secret')
})

// biome-ignore format: a table keeps its columns
const open = [
  { say: 'no mark at all',                    text: head('') },
  { say: 'the words in the title',            text: head('').replace('hội thi tìm hiểu pháp luật', 'công tác bảo vệ bí mật nhà nước') },
  { say: 'the title in capitals',             text: head('').replace('Tổ chức hội thi', 'BẢO VỆ BÍ MẬT NHÀ NƯỚC') },
  { say: 'a title wrapped before the word',   text: head('').replace('Tổ chức hội thi', 'CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC') },
  { say: 'a title wrapped inside the term',   text: head('').replace('Tổ chức hội thi', 'CÔNG TÁC BẢO VỆ BÍ\nMẬT NHÀ NƯỚC') },
  { say: 'a sentence in the body',            text: `${head('')}Giữ gìn bí mật nhà nước, an toàn, bảo mật thông tin.` },
  { say: 'a wrapped sentence of the body',    text: `${head('')}Tuân thủ quy định về tài liệu\nmật\nvà bảo vệ bí mật.` },
  { say: 'degrees listed in the body',        text: `${head('')}1. Tài liệu gồm các độ:\nTUYỆT MẬT\nTỐI MẬT\nMẬT` },
  { say: 'an open degree',                    text: head('Độ mật: Không') },
  { say: 'an office with the word',           text: head('BAN CƠ YẾU - BẢO MẬT') },
  { say: 'a safe network',                    text: head('BẢO MẬT') },
  { say: 'a degree left blank',               text: head('Độ mật:') },
  { say: 'a degree taken away',               text: head('ĐÃ GIẢI MẬT') },
  { say: 'a title about secret papers',       text: head('').replace('Tổ chức hội thi', 'RÀ SOÁT, THỐNG KÊ\nTÀI LIỆU MẬT\n') },
  { say: 'honey',                             text: head('HỢP TÁC XÃ MẬT ONG HỒ SEN') },
]
test.each(open)('no mark of secrecy: $say', ({ text }) => {
  expect(refusalOf(text)).toBe(null)
})

// biome-ignore format: a table keeps its columns
const administrative = [
  { say: 'a letter known by its subject',     text: 'V/v đăng ký danh hiệu thi đua năm 2026\nKính gửi: Các thôn' },
  { say: 'a number line with a blank number', text: 'Số:      /HD - HĐTĐKT\nVề hoạt động của khối' },
  { say: 'a number line misread',             text: 'Sá:20/SYT-NVY\nVề tháng hành động' },
  { say: 'a type word with letters apart',    text: 'T H Ô N G   B Á O\nLịch tiếp công dân\nCăn cứ Luật Tiếp công dân' },
  { say: 'a type word in small letters',      text: '## Kế hoạch\nThi đua năm 2026\n\nCăn cứ Luật Thi đua, khen thưởng' },
  { say: 'a type word without marks',         text: 'KE HOACH\nThi dua nam 2026' },
  { say: 'a type word that opens a line',     text: 'KẾ HOẠCH tổ chức hội khỏe năm 2026' },
  { say: 'an excerpt that gives a task',      text: 'c) Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan theo dõi phong trào.' },
  { say: 'an excerpt that orders a report',   text: 'Các đơn vị gửi báo cáo về Văn phòng trước ngày 15/11/2026.' },
  { say: 'an article that restates an order', text: 'Chủ tịch UBND tỉnh vừa yêu cầu các sở, ngành rà soát danh sách đề nghị khen thưởng.' },
  { say: 'an article with a last day',        text: 'Theo Sở Nội vụ, các địa phương cần nộp hồ sơ khen thưởng trước ngày 15/7 để kịp xét duyệt.' },
  { say: 'a pasted sentence',                 text: 'Trưởng các thôn lập danh sách, gửi Văn phòng UBND xã chậm nhất ngày 05/4.' },
  { say: 'a wrapped order',                   text: 'Đề nghị thủ trưởng các cơ\nquan, đơn vị nghiêm túc\ntriển khai.' },
]
test.each(administrative)('administrative: $say', ({ text }) => {
  expect(refusalOf(text)).toBe(null)
})

// biome-ignore format: a table keeps its columns
const others = [
  { say: 'a recipe',            text: 'Phở bò tái\nNguyên liệu: 1 kg xương bò, 500 g thịt thăn, hành, gừng.\nNinh xương trong sáu tiếng, vớt bọt, nêm nước mắm rồi chan vào bánh phở đã trần.' },
  { say: 'a recipe, sections',  text: 'GÀ KHO GỪNG\nNguyên liệu:\n- 1 con gà ta\nHướng dẫn:\n1. Chặt gà, ướp gừng.\nTHÔNG BÁO: món này cay.' },
  { say: 'a manual',            text: 'HƯỚNG DẪN\nLắp quạt điện\nBước 1: gắn chân đế. Bước 2: cắm điện.' },
  { say: 'a story',             text: 'Ngày xưa có hai anh em mồ côi. Người anh giao cho em cây khế. Người em phải chăm cây, đến mùa chim lạ bay về ăn quả.' },
  { say: 'a diary with plans',  text: 'Kế hoạch của tôi tuần này là dọn phòng, sửa xe và về thăm ông bà. Tôi phải gửi mẹ ít tiền.' },
  { say: 'a report of a match', text: 'Đội chủ nhà thắng 2-1 sau bàn thắng ở phút 89. Huấn luyện viên đề nghị các cầu thủ nghỉ ngơi trước trận tới.' },
  { say: 'a poem',              text: 'Gió đưa cành trúc la đà\nTiếng chuông Trấn Vũ canh gà Thọ Xương' },
  { say: 'an English text',     text: 'The quick brown fox jumps over the lazy dog. Please send the report by Friday.' },
  { say: 'source text',         text: 'function add(a, b) {\n  return a + b\n}' },
  { say: 'a shop bill',         text: 'Hóa đơn bán lẻ\nSố: 00123\nCà phê sữa 2 x 25.000\nTổng cộng: 50.000 đồng' },
  { say: 'a price list',        text: 'STT | Mặt hàng | Đơn vị tính | Giá\n1 | Gạo | kg | 18.000' },
  { say: 'news of the market',  text: 'Thị trường vàng hôm nay tăng. Nhà đầu tư phải cân nhắc; nhiều bộ phim mới ra rạp, sở thích của khán giả thay đổi.' },
  { say: 'news of the police',  text: 'Công an tỉnh phối hợp với người dân bắt giữ hai đối tượng trộm xe máy trong đêm.' },
  { say: 'news of a school',    text: 'Trường Tiểu học Hồ Sen tổ chức ngày hội đọc sách. Học sinh các khối thi kể chuyện, vẽ tranh.' },
  { say: 'a hotel',             text: 'Phòng khách rộng, phòng ngủ hướng biển. Quý khách đề nghị dọn phòng trước 9 giờ, trả phòng trước 12 giờ.' },
  { say: 'a private letter',    text: 'Anh Hai thương nhớ, ở nhà mọi người vẫn khỏe. Tết này anh có về không? Má nhắc anh hoài.' },
]
test.each(others)('not administrative: $say', ({ text }) => {
  expect(refusalOf(text)).toBe('not_administrative')
})

test.each(['', ' \n\t ', '---\n***'])('nothing to read in %j', (text) => {
  expect(refusalOf(text)).toBe('empty')
})

const shared = new URL('../../../shared/', import.meta.url)
if (!existsSync(shared)) console.warn('SKIPPED: the real plans are not beside the project.')

test.skipIf(!existsSync(shared))('every real paper is let in, and so is each with a mark taken for what it is', () => {
  const texts = ['plans/', 'plans-more/'].flatMap((folder) =>
    readdirSync(new URL(folder, shared))
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(new URL(folder + file, shared), 'utf8')),
  )
  expect(texts.length).toBeGreaterThan(15)
  expect(texts.map(refusalOf)).toEqual(texts.map(() => null))
  expect(texts.map((text) => refusalOf(`MẬT\n${text}`))).toEqual(texts.map(() => 'secret'))
})

test('a hostile text is judged in no time', () => {
  const hostile = ['Sở '.repeat(200_000), 'S'.repeat(300_000), 'đề nghị '.repeat(100_000), 'độ mật: '.repeat(50_000)]
  for (const text of hostile) expect(threadMs(() => refusalOf(text))).toBeLessThan(2000)
})
