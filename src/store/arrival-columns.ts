import { type PaperArrival, paperArrival } from '../domain/paper-arrival.ts'
import type { ArrivalColumns } from './rows/reports.ts'

/** Nothing has come on paper. */
export const noArrival: ArrivalColumns = { arrival_number: null, arrival_day: null, arrival_scan: null }

export const arrivalColumns = ({ number, day, scan }: PaperArrival): ArrivalColumns => ({
  arrival_number: number,
  arrival_day: day,
  arrival_scan: scan && JSON.stringify(scan),
})

/** The columns back as an arrival; null where nothing came. */
export const arrivalOfRow = ({ arrival_number, arrival_day, arrival_scan }: ArrivalColumns): PaperArrival | null =>
  arrival_day === null
    ? null
    : paperArrival.parse({ number: arrival_number, day: arrival_day, scan: arrival_scan && JSON.parse(arrival_scan) })
