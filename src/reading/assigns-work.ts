import type { Clause } from './document.ts'

/** Headings of sections in which work is given out. */
const assigning = /tổ chức (?:thực hiện|triển khai)|trách nhiệm|phân công|nhiệm vụ của|chế độ báo cáo|^thời\s+gian/iu

/** Does a clause stand in a section that assigns work: tổ chức thực hiện, trách nhiệm, thời gian? */
export const assignsWork = ({ headings }: Clause): boolean =>
  headings.some((heading) => heading.length < 120 && assigning.test(heading))
