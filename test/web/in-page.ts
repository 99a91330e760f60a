import type { Page } from 'playwright-core'

/** Runs in the page: every piece of text whose contrast with what lies behind it is below 4.5. */
export const lowContrast = `(() => {
  const read = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0)
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = read(getComputedStyle(at).backgroundColor)
      if (color.length < 4 || color[3] > 0) return color
    }
    return [255, 255, 255]
  }
  const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT)
  const low = []
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue
    const pair = [light(read(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a)
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05)
    if (ratio < 4.5) low.push(walker.currentNode.data.trim() + ' ' + ratio.toFixed(2))
  }
  return low
})()`

/** Runs in the page: scrolls the first conversation to its beginning and waits until it stands there. */
export const scrollUp = `new Promise((done) => {
  const log = document.querySelector('[role=log]')
  log.onscrollend = () => done()
  log.scrollTop = 0
})`

/** Is this text within the window of the first conversation? */
export async function isInSight(page: Page, text: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([
    page.getByText(text, { exact: true }).boundingBox(),
    page.getByRole('log').first().boundingBox(),
  ])
  return !!inner && !!outer && inner.y + inner.height > outer.y && inner.y < outer.y + outer.height
}
