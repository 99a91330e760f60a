import { agencyWords } from '../../chat/agency-words.ts'
import type { Core } from '../../chat/core.ts'
import type { Links } from '../../chat/links.ts'
import { type Overview, readOverview } from '../../chat/read-dashboard.ts'
import { dayOf } from '../../domain/day.ts'
import { type Call, languageOf, type Route } from '../route.ts'
import { type DashboardWords, dashboardPage } from './dashboard-page.ts'
import { noticeBoardPage } from './notice-board.ts'
import { deadLinkPage, noticePage } from './notice-page.ts'

type Options = { core: Core; links: Links }

const paperLifeMs = 60 * 60_000

/**
 * The dashboard of the person whose signed link it is: `/bang/<link>`, and the sheet for the notice board below it.
 * What they may see is asked again each time it is opened: a link is as good as its owner's roles are today.
 */
export function dashboardRoutes({ core, links }: Options): Route[] {
  const { store } = core.database

  type Opened = { words: DashboardWords; overview: Overview; link: string }
  async function open({ request, params }: Call, show: (opened: Opened) => Promise<Response>): Promise<Response> {
    const texts = core.texts(languageOf(request))
    const token = params.link ?? ''
    const link = links.read('dashboard', token)
    if (!link.ok) return deadLinkPage(texts, request, link.reason)
    const now = core.clock.now()
    const words = { texts, calendar: core.calendar, today: dayOf(now, core.zone), now, zone: core.zone }
    const member = await store.members.byId(link.subject)
    const overview = member && (await readOverview(store, member, words))
    if (!overview)
      return noticePage(texts, request, {
        title: 'pages.dashboard.refused',
        text: 'pages.dashboard.refusedHelp',
        status: 403,
      })
    return show({ words, overview, link: token })
  }

  const dashboard = (call: Call) =>
    open(call, async ({ words, overview, link }) => {
      const papers = overview.papers.map(({ planName, hash, mime, name }) => ({
        planName,
        href: links.path('file', `${hash} ${mime} ${name}`, paperLifeMs),
      }))
      return dashboardPage(words, call.request, overview, { board: `/bang/${link}/bang-tin`, papers })
    })

  const board = (call: Call) =>
    open(call, async ({ words, overview }) => {
      const { contact } = await agencyWords(store, words.texts)
      return noticeBoardPage(words, call.request, overview, contact)
    })

  return [
    { method: 'GET', path: '/bang/:link', handle: dashboard },
    { method: 'GET', path: '/bang/:link/bang-tin', handle: board },
  ]
}
