import type { Overview } from '../../chat/read-dashboard.ts'
import { formatChannel } from '../../texts/people.ts'
import type { Texts } from '../../texts/texts.ts'
import { folded, nothing, section, wordList } from './page-parts.ts'

/** How messages fared: sent by channel, waiting, not arrived; and whom no channel reaches. */
export function deliverySection(texts: Texts, delivery: NonNullable<Overview['delivery']>): string {
  const { sent, waiting, undelivered, unreachable } = delivery
  const lines = [
    ...sent.map(({ channel, count }) =>
      texts.t('pages.dashboard.sentBy', { channel: formatChannel(texts, channel), count }),
    ),
    ...(waiting > 0 ? [texts.t('pages.dashboard.waiting', { count: waiting })] : []),
    ...(undelivered > 0 ? [texts.t('pages.dashboard.undelivered', { count: undelivered })] : []),
  ]
  const well = undelivered + unreachable.length === 0 ? nothing(texts, 'pages.dashboard.allDelivered') : ''
  const away =
    unreachable.length > 0
      ? folded(texts.t('pages.dashboard.unreachable', { count: unreachable.length }), unreachable)
      : ''
  return section(
    'delivery',
    texts.t('pages.dashboard.delivery'),
    well + (lines.length > 0 ? wordList(lines) : '') + away,
  )
}
