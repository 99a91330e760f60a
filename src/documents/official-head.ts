// CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · ĐẢNG CỘNG SẢN VIỆT NAM
const national = /^\s*(CỘNG\s+(HÒA|HOÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)/iu

/**
 * Does this line open the right column of an official head (Nghị định 30/2020/NĐ-CP, Phụ lục I)? That column is put before
 * the left one: the left ends with the subject of a letter ("V/v …"), which so stands next to the letter.
 */
export const opensRightColumn = (line: string) => national.test(line.normalize('NFC'))
