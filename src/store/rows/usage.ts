/** Messages of one bot in one calendar month (`YYYY-MM`), in the office's zone. */
export type UsageRow = { channel: string; bot: string; month: string; sent: number }
