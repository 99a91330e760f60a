import { type Text, text } from './blocks.ts'

/** A solid line of a length, in the middle of an area as wide as `width`; all in mm. */
export function rule(length: number, width: number): Text {
  const side = Math.max(0, (width - length) / 2)
  return text([], { ruled: true, before: 3.5, indent: { left: side, right: side } })
}
