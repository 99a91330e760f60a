/** What a channel can do, as data; `render.ts` shows any message in what there is, and the parity table is made from it. */
export type Capabilities = {
  /** Buttons below a message; without them choices are numbered and typed. */
  buttons: boolean
  /** A sent message can be replaced. */
  edit: boolean
  /** Files can be sent to the assistant; without, a one-time page takes them. */
  filesIn: boolean
  /** Files can be sent by the assistant; without, a signed link stands in the words. */
  filesOut: boolean
  /** Pictures shown in the chat: sent as bytes, fetched by the platform from an address, or not at all. */
  photos: 'bytes' | 'address' | null
  /** Quotations can be set apart from words. */
  markup: boolean
  groups: boolean
  deepLinks: boolean
  commandMenu: boolean
  /** Messages are counted by the platform, or cost money. */
  quota: boolean
  /** The platform tells that a person has blocked the assistant. */
  deliverySignals: boolean
  /** The longest text of one message, in UTF-16 units. */
  textLength: number
}
