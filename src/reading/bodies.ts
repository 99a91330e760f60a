/** Words with which the name of a body or person that can be told to act begins. */
const capital =
  'Ủy ban|Uỷ ban|UBND|UBMTTQ\\p{L}*|UBMT|MTTQ|HĐND|Hội đồng|HĐTĐKT|Sở|Phòng|Ban(?! hành)|Văn phòng|VP|Trung tâm|Thủ trưởng|Trưởng|Phó|Chủ tịch|Giám đốc|Cục|Vụ|Bộ|Tổng (?:[Cc]ông ty|[Cc]ục|[Ll]iên đoàn|[Gg]iám đốc)|Chi cục|Công an|Quân đội|Bộ Chỉ huy|Ban Chỉ huy|Thanh tra|Tòa án|Viện|Kho bạc|Thuế|Bảo hiểm|Mặt trận|Liên đoàn|Công đoàn|Đoàn|Hội(?! nghị| thi| thảo| đồng)|Đảng|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Chi bộ|Cấp ủy|Bí thư|Hiệu trưởng|Trường(?! hợp)|Trạm|Đài|Báo(?! cáo)|Cổng|Chánh|Người|Cơ quan|Đơn vị|Đồng chí|Cán bộ|Công chức|Viên chức|Các|Mỗi|Từng|Toàn thể|Tất cả|Những|Cụm|Khối|Tổ(?! chức)|Tiểu ban|Bộ phận|Phụ trách|Tập thể|Cá nhân|Doanh nghiệp|Hợp tác xã|HTX|Thành viên|Công ty|Thường trực|Lãnh đạo|Ngân hàng|Nhà trường|Ngành|Địa phương|Xã(?! hội)|Thôn|Buôn|Học viện|Bệnh viện|Ông|Bà' +
  '|(?:Tỉnh|Huyện|Thị|Thành|Quận|Xã|Phường) ?(?:đoàn|Đoàn|hội)|Chi (?:đoàn|hội|Hội)|Trung ương|Liên minh|Liên hiệp|BCH|BTV|UBKT|Hộ(?! chiếu| khẩu)|Giáo viên|Học sinh|Sinh viên|Hội viên|Đảng viên|Đoàn viên|Nhân viên|Chính ủy|Chính trị viên|Chỉ huy|Thôn đội|Tiểu đội|Kế toán|Khoa(?! học)|Lớp|Nhóm|Đội|Cơ sở|Cấp (?:tỉnh|huyện|xã|cơ sở|trên)|Quý (?:cơ quan|đơn vị)|Chủ nhiệm|Viện trưởng|Hộ nông dân'
const small =
  'các|ngành|mỗi|từng|toàn thể|tất cả|công chức|cán bộ|viên chức|phòng(?!,? chống| ngừa)|ban(?! hành| đầu)|cơ quan|đơn vị|bộ phận|thủ trưởng|trưởng|chủ tịch|người đứng đầu|cấp ủy|chi bộ|khối|cụm|tổ(?! chức)|tập thể|cá nhân|địa phương|sở|lãnh đạo|cấp trên|cấp có thẩm quyền|cơ quan có thẩm quyền|giáo viên|học sinh|hội viên|đảng viên|đoàn viên|nhân viên|chi hội|chi đoàn|công đoàn|hiệu trưởng|phó (?:hiệu trưởng|giám đốc|chủ tịch|trưởng|bí thư)|giám đốc|bí thư|kế toán|văn phòng|hộ (?:gia đình|nông dân)'

const anyBody = new RegExp(`^(?:${capital}|${small})(?![\\p{L}])`, 'u')
const namedBody = new RegExp(
  `^(?:(?:${capital})|(?:phòng|sở|ban(?! hành)|lãnh đạo|cơ quan|đơn vị|cấp trên|cấp có thẩm quyền|bộ phận|công chức|văn phòng|trưởng|hiệu trưởng|phó (?:hiệu trưởng|giám đốc|chủ tịch|trưởng|bí thư)|giám đốc|bí thư|tổ trưởng))(?![\\p{L}])`,
  'u',
)

/** Does a text begin with a body or person? */
export const startsWithBody = (text: string): boolean => anyBody.test(text)

/** Does a text begin with a body by name, as one that papers are sent to? */
export const startsWithNamedBody = (text: string): boolean => namedBody.test(text)
