/** Words with which the name of a body or person that can be told to act begins. */
const capital =
  'Ủy ban|Uỷ ban|UBND|UBMTTQ\\p{L}*|UBMT|MTTQ|HĐND|Hội đồng|HĐTĐKT|Sở|Phòng|Ban|Văn phòng|VP|Trung tâm|Thủ trưởng|Trưởng|Phó|Chủ tịch|Giám đốc|Cục|Vụ|Bộ|Tổng|Chi cục|Công an|Quân đội|Bộ Chỉ huy|Ban Chỉ huy|Thanh tra|Tòa án|Viện|Kho bạc|Thuế|Bảo hiểm|Mặt trận|Liên đoàn|Công đoàn|Đoàn|Hội|Đảng|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Chi bộ|Cấp ủy|Bí thư|Hiệu trưởng|Trường|Trạm|Đài|Báo|Cổng|Chánh|Người|Cơ quan|Đơn vị|Đồng chí|Cán bộ|Công chức|Viên chức|Các|Mỗi|Từng|Toàn thể|Tất cả|Những|Cụm|Khối|Tổ|Tiểu ban|Bộ phận|Phụ trách|Tập thể|Cá nhân|Doanh nghiệp|Hợp tác xã|HTX|Thành viên|Công ty|Thường trực|Lãnh đạo|Ngân hàng|Nhà trường|Ngành|Địa phương|Xã|Thôn|Buôn|Học viện|Bệnh viện|Ông|Bà'
const small =
  'các|mỗi|từng|toàn thể|tất cả|công chức|cán bộ|viên chức|phòng|ban|cơ quan|đơn vị|bộ phận|thủ trưởng|trưởng|chủ tịch|người đứng đầu|cấp ủy|chi bộ|khối|cụm|tổ|tập thể|cá nhân|địa phương|sở|lãnh đạo|cấp trên|cấp có thẩm quyền|cơ quan có thẩm quyền'

/** Does a text begin with a body or person? */
export const startsWithBody = (text: string): boolean =>
  new RegExp(`^(?:${capital}|${small})(?![\\p{L}])`, 'u').test(text)

/** Does a text begin with a body by name, as one that papers are sent to? */
export const startsWithNamedBody = (text: string): boolean =>
  new RegExp(
    `^(?:(?:${capital})(?![\\p{L}])|(?:phòng|sở|ban|lãnh đạo|cơ quan|đơn vị|cấp trên|cấp có thẩm quyền|bộ phận|công chức|văn phòng|trưởng)(?![\\p{L}]))`,
    'u',
  ).test(text)
