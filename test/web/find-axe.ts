import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Finding = { id: string; impact: string | null; nodes: { target: unknown; failureSummary?: string }[] }

/** What axe finds serious or critical on a page as it stands, each with its place. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: Finding[]
  }
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`))
}
