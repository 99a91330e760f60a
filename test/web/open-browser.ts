import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is installed, or null. */
export const browserPath = places.find((place) => existsSync(place)) ?? null

/** Stands in the name of what is skipped, so that the reason is printed with it. */
export const whySkipped = browserPath ? '' : ' (skipped: no Chromium is installed here)'

/** A browser that asks nobody for anything. */
export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
