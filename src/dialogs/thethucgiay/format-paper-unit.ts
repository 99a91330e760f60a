import type { PaperUnit } from '../../papers/paper-unit.ts'
import type { Texts } from '../../texts/texts.ts'

/** Lines in one: "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH". */
export const oneLine = (lines: string): string => lines.split('\n').join(' / ')

/** How a unit's papers look, in words: a line for each thing that was asked. */
export function formatPaperUnit({ t }: Texts, unit: string, paper: PaperUnit): string {
  const { shape, superior, issuer, symbol, drafter, place, signer } = paper
  const none = t('papers.unit.line.none')
  const blank = t('papers.unit.line.blank')
  const numbered = [
    t('papers.unit.line.symbol', { symbol: symbol ?? blank }),
    t('papers.unit.line.drafter', { drafter: drafter ?? none }),
  ]
  return [
    t('papers.unit.line.title', { unit }),
    t('papers.unit.line.shape', { shape: t(`papers.unit.shape.${shape}`) }),
    t('papers.unit.line.superior', { superior: superior ?? none }),
    t('papers.unit.line.issuer', { issuer: oneLine(issuer) }),
    ...(shape === 'sealed' ? numbered : []),
    t('papers.unit.line.place', { place }),
    t('papers.unit.line.signing', { signing: signer.lines.join(' / ') }),
    ...(signer.alsoTitle === null ? [] : [t('papers.unit.line.alsoTitle', { title: signer.alsoTitle })]),
    t('papers.unit.line.name', { name: signer.name ?? blank }),
  ].join('\n')
}
