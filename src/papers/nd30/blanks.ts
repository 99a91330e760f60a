/** Room for what the clerk writes at issue: a number, a day, a month. It is never broken at the end of a line. */
export const blanks = {
  number: '\u00a0'.repeat(9),
  day: '\u00a0'.repeat(5),
  place: '…'.repeat(5),
  words: '…'.repeat(20),
}
