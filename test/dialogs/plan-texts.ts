/** A plan of an invented commune, as such plans are written; `changes` replace words of it. */
export const planText = (changes: [string | RegExp, string][] = []): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), text)

const text = `ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   XÃ EA MẪU                   Độc lập - Tự do - Hạnh phúc
Số: 18/KH-UBND            Ea Mẫu, ngày 04 tháng 3 năm 2024

KẾ HOẠCH
Phát động thi đua xây dựng đường làng xanh - sạch - đẹp năm 2024

Căn cứ Kế hoạch số 05/KH-HĐTĐKT ngày 15/01/2024 của Hội đồng Thi đua - Khen thưởng huyện; Ủy ban nhân dân xã ban hành Kế hoạch phát động thi đua, cụ thể như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Vận động cán bộ và Nhân dân giữ gìn đường làng, ngõ xóm; phong trào thiết thực, không hình thức.

II. NỘI DUNG, THỜI GIAN THI ĐUA
1. Nội dung thi đua
- Trồng và chăm sóc cây xanh dọc các tuyến đường.
- Thu gom rác thải, không đổ rác ra kênh mương.
2. Chủ đề thi đua: “Mỗi thôn một tuyến đường đẹp”.
3. Thời gian thi đua: từ ngày 10/3/2024 đến ngày 30/9/2024.

III. KHEN THƯỞNG
1. Hình thức khen thưởng
- Giấy khen của Chủ tịch Ủy ban nhân dân xã.

IV. TỔ CHỨC THỰC HIỆN
1. Trưởng các thôn và Hội Nông dân xã đăng ký tuyến đường tự quản bằng văn bản gửi về Văn phòng HĐND và UBND xã trước ngày 25/3/2024.
2. Cán bộ, công chức Phòng Kinh tế gửi báo cáo kết quả về Văn phòng HĐND và UBND xã chậm nhất ngày 15/9/2024.
3. Hội đồng Thi đua - Khen thưởng xã tổng kết phong trào thi đua trong tháng 10/2024.

Trên đây là Kế hoạch phát động thi đua, yêu cầu các đơn vị tổ chức thực hiện./.

Nơi nhận:
- Thường trực Đảng ủy;
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Pín
`

/** A document that gives the plan above more time to register. */
export const extension = `ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   XÃ EA MẪU                   Độc lập - Tự do - Hạnh phúc
Số: 31/KH-UBND            Ea Mẫu, ngày 20 tháng 3 năm 2024

KẾ HOẠCH
Gia hạn thời gian đăng ký theo Kế hoạch số 18/KH-UBND ngày 04/3/2024

Để các thôn có thêm thời gian chuẩn bị, Ủy ban nhân dân xã gia hạn thời gian đăng ký như sau:

I. TỔ CHỨC THỰC HIỆN
1. Trưởng các thôn và Hội Nông dân xã đăng ký tuyến đường tự quản gửi về Văn phòng HĐND và UBND xã trước ngày 12/4/2024.
2. Các nội dung khác thực hiện theo Kế hoạch số 18/KH-UBND ngày 04/3/2024.

Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Pín
`

export const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words)
