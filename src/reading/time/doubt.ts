/** Why something read is unsure: the code that stands in a deadline's `reason` and in warnings. */
const doubts = [
  'weekday_mismatch',
  'impossible_day',
  'year_contradicts',
  'year_unknown',
  'torn_digits',
  'misread_word',
  'lunar_month',
  'tentative',
  'vague_part',
  'round_unclear',
  'issue_unknown',
  'reference_unread',
  'before_whole',
] as const
export type Doubt = (typeof doubts)[number]

/** These contradict what is printed and are shown as warnings too. */
export const warned: readonly Doubt[] = ['weekday_mismatch', 'impossible_day', 'year_contradicts', 'year_unknown']
