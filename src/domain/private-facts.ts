/** What a list of people must not bring along: the program keeps no birth dates and no citizen numbers. */
export type PrivateFact = 'birth' | 'citizen'

// "CCCD 068080001234", "CMND: 241234567", "số định danh 068…", or the bare number of 12 or 9 digits
const citizen =
  /(?:(?:số\s*)?(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|(?:mã )?định danh(?: cá nhân)?)\s*(?:số)?\s*[:.-]?\s*)?(?<![\d.])(?:\d{12}|\d{9})(?![\d.])/giu
// "12/05/1980", "12-5-80", "sinh năm 1980", "SN 1980", "sinh ngày 12/5/1980"
const birth =
  /(?:(?:ngày\s*)?sinh\s*(?:ngày|năm)?|ngày sinh|năm sinh|n\.?s|s\.?n)\s*[:.-]?\s*(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*)?(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:(?:19|20)\d{2}|\d{2})(?!\d)/giu
/** A year of birth that stands alone between two marks: "Nguyễn Văn A, 1980, Chi hội trưởng". */
const bareYear = /(?<=[,;|\t(]\s*)(?:19[3-9]\d|200\d|201\d)(?=\s*(?:[,;|\t)]|$))/gu

/** Words of one person without birth dates and citizen numbers, and which of them were there. */
export function withoutPrivate(text: string): { text: string; dropped: PrivateFact[] } {
  const withoutNumber = text.replace(citizen, ' ')
  const rest = withoutNumber.replace(birth, ' ').replace(bareYear, ' ')
  const dropped: PrivateFact[] = []
  if (rest !== withoutNumber) dropped.push('birth')
  if (withoutNumber !== text) dropped.push('citizen')
  return { text: rest, dropped }
}
