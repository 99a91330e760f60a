import { defineCommand, everyone } from '../src/chat/command.ts'
import { showReceipt } from '../src/dialogs/tracuu/show-receipt.ts'
import { readReceiptCode } from '../src/domain/receipt-code.ts'

/** A receipt code → what is kept under it: in full for those it concerns, for others that it is known and where it stands. */
export default defineCommand({
  order: 14,
  menu: 'register.lookup.menu',
  usage: 'register.lookup.usage',
  aliases: ['tra cứu', 'tra mã'],
  allow: everyone,
  understands: (tail) => readReceiptCode(tail) !== null,
  run: (turn, tail) => (tail.trim() === '' ? turn.begin('tracuu', {}) : showReceipt(turn, tail)),
})
