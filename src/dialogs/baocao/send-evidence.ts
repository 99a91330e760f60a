import { message } from '../../chat/message.ts'
import type { Turn } from '../../chat/turn.ts'
import type { Report } from '../../store/report-row.ts'
import { shorten } from '../dangky/ask.ts'

/** [Xem minh chứng]: the files that came with a report, each under its line. */
export function sendEvidence(turn: Turn, { body }: Report): void {
  body.items.forEach(({ content, evidence }, index) => {
    const said = turn.texts.t('reports.evidence.of', { number: index + 1, content: shorten(content) })
    for (const { file } of evidence) if (file) turn.reply({ ...message(said), attachment: file })
  })
}
