import { systemClock } from '../../../src/clock.ts'
import { openPages } from '../../../src/open-pages.ts'
import { goes, toPreview } from '../../dialogs/commune.ts'
import { openSmallOffice } from '../small-office.ts'
import { openBusyAgency } from './busy-agency.ts'

const hour = 3_600_000

/** Every page beside the chat, of a busy agency, on a server of its own; `paths` by what a page is. */
export async function openAllPages() {
  const { office, admin, account } = await openBusyAgency()
  const { assistant, files, links } = office
  const lan = await office.person('Lê Thị Lan', { unit: 'Trạm Y tế xã', role: 'official' })
  await goes(lan, '/dangky', '1', ...toPreview.slice(1), '[Gửi]')
  const receipt = await office.database.store.registrations.byCode('DK-2024-0001')
  if (!receipt) throw new Error('No registration was made.')
  const small = await openSmallOffice({
    pages: openPages({ assistant, files, links, channels: [{ name: 'zalo' }], realNow: systemClock.now }),
  })
  const serving = await small.web.listen('127.0.0.1', 0)
  const dashboard = links.path('dashboard', admin.id, hour)
  const paths = {
    upload: links.path('upload', `${account} asked`, hour),
    'dead link': links.path('upload', `${account} asked`, -hour),
    invitation: '/moi/K7QF-2M9P',
    'unknown receipt': '/tracuu?ma=DK-2024-0999',
    receipt: '/tracuu?ma=DK-2024-0001',
    dashboard,
    'notice board': `${dashboard}/bang-tin`,
  }
  async function close() {
    await serving.stop()
    await small.room.stop()
    await office.close()
  }
  return { office, admin, account, paths, origin: `http://127.0.0.1:${serving.port}`, close }
}
