import { expect, test } from 'vitest'
import { readReceiptCode } from '../../src/domain/receipt-code.ts'

// biome-ignore format: a table keeps its columns
test.each([
  ['as it stands in the receipt',         'DK-2024-0137',      'DK-2024-0137'],
  ['with spaces, small, no noughts',      'dk 2024 137',       'DK-2024-0137'],
  ['in one',                              'dk20240137',        'DK-2024-0137'],
  ['as a keyboard with marks writes it',  'ĐK-2024-137',       'DK-2024-0137'],
  ['with a stroke and without letters',   '2024/137',          'DK-2024-0137'],
  ['with the word for code before it',    'mã DK 2024 0137',   'DK-2024-0137'],
  ['a report',                            'bc-2024-12',        'BC-2024-0012'],
  ['past 9999',                           'dk 2024 12345',     'DK-2024-12345'],
])('%s: “%s” is %s', (_, typed, code) => expect(readReceiptCode(typed)?.code).toBe(code))

// biome-ignore format: a table keeps its columns
test.each([
  ['a year alone',            '2024'],
  ['a plan',                  'kế hoạch 2024'],
  ['the number nought',       'DK-2024-0000'],
  ['other letters',           'KH-2024-0137'],
  ['a code to come in by',    'K7QF-2M9P'],
  ['nothing',                 ''],
])('%s is none', (_, typed) => expect(readReceiptCode(typed)).toBeNull())
