import { type DeadlineKind, deadlineKinds } from '../domain/plan.ts'

/** Names of bodies and brackets hold words such as "Khen thưởng" that are no task. */
const names =
  /(?:Hội đồng|Ban|Phòng|Vụ|Cơ quan|Luật|công tác|pháp luật về)?\s*[Tt]hi đua\s*(?:[-–,]|và)\s*[Kk]hen thưởng|\((?:thông )?qua[^)]*\)|báo cáo viên|(?:trường hợp|thời điểm|được|người|đối tượng)\s+đề nghị[^,.;]*/gu

const honour =
  '(?:khen thưởng|tặng thưởng|Bằng khen|Giấy khen|Huân chương|Kỷ niệm chương|danh hiệu|Cờ thi đua|Cờ của|sáng kiến)'
const task: Record<Exclude<DeadlineKind, 'other'>, RegExp> = {
  // gửi đăng ký thi đua, lập danh sách đăng ký; not "kết quả thực hiện nội dung đã đăng ký"
  registration: /(?<!(?:đã|nội dung|chỉ tiêu|mục tiêu|danh hiệu)\s+)đăng ký/iu,
  // gửi hồ sơ, đề nghị khen thưởng, bình xét, thẩm định, công nhận sáng kiến
  commendation_dossier: new RegExp(
    `(?<!giải quyết |tiếp nhận |trả |xử lý )hồ sơ(?! thủ tục| công việc| điện tử| sức khỏe| dự án)|(?:đề nghị|đề xuất|trình|xét|bình xét|thẩm định|xem xét|tham mưu)(?:(?!báo cáo|gửi)[^.;]){0,110}?${honour}|(?:gửi|nộp|trình)[^.;]{0,60}(?:sáng kiến|tờ trình)|(?:họp\\s+)?xét(?:,\\s*)?(?:\\s+công nhận)?\\s+sáng kiến|bình xét`,
    'iu',
  ),
  // tổng kết phong trào; a report that sums up is a report where it is sent
  final_review:
    /(?<!(?:báo cáo|qua|đánh giá)\s+(?:sơ kết,\s*)?)tổng kết|(?<!(?:gửi|nộp)[^.;]{0,40})báo cáo\s+(?:sơ kết,\s*)?tổng kết(?![^.;]*(?:gửi|nộp))/iu,
  interim_review: /(?<!(?:báo cáo|qua)\s+)sơ kết/iu,
  // phát động, khai mạc, ký giao ước; not "phong trào do tỉnh phát động"
  launch: /(?<!(?:do|được|khi|bởi|sau)\s[^,.;]{0,60})phát động|khai mạc|ký(?:\s+kết)?\s+giao ước|ra quân/iu,
  report:
    /báo cáo|(?:gửi|nộp)[^.;]{0,90}(?:kế hoạch|số liệu|văn bản|kết quả|danh sách|biểu|phiếu|ý kiến|tài liệu|thông tin|tin, bài)|tổng hợp[^.;]{0,120}(?:gửi|nộp)|(?:gửi|nộp)\s+(?:về|đến|cho|tới)/iu,
}

/** Every kind that a text asks for, the first in order first. */
export function kindsIn(text: string): DeadlineKind[] {
  const plain = text.replace(names, ' ')
  return deadlineKinds.filter((kind) => kind !== 'other' && task[kind].test(plain))
}

/** What a text asks for: the first in order of what fits, else `other`. */
export const readKind = (text: string): DeadlineKind => kindsIn(text)[0] ?? 'other'
