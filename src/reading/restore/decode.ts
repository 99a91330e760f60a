import { gapCost } from './gap-cost.ts'
import type { Node } from './lattice.ts'
import type { WordModel } from './word-model.ts'

/** A node on the best way through the readings, and how sure it is among all ways, from 0 to 1. */
export type Chosen = { node: Node; sure: number }

type Edge = { from: number; weight: number }

const plus = (a: number, b: number): number => {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/** Where the white space before each place begins. */
function gapStarts(text: string): Uint32Array {
  const starts = Uint32Array.from({ length: text.length + 1 }, (_, at) => at)
  for (let at = 1; at <= text.length; at += 1) {
    if (/\s/u.test(text.charAt(at - 1))) starts[at] = starts[at - 1] ?? at
  }
  return starts
}

const longGap = 16
const mayTouch = (before: Node, after: Node): boolean => before.kind === 'mark' || after.kind === 'mark'

/** Where something before this place can end: anywhere in its white space, in a long one only near its ends. */
function* endsBefore(from: number, start: number): Generator<number> {
  for (let end = from; end >= start; end -= 1) {
    if (end === from - longGap) end = Math.min(end, start + 3)
    yield end
  }
}

/** For each node, the nodes that can stand before it. */
function edgesOf(text: string, nodes: readonly Node[], model: WordModel): Edge[][] {
  const starts = gapStarts(text)
  const endAt = new Map<number, number[]>()
  return nodes.map((node, index) => {
    const edges: Edge[] = []
    for (const end of endsBefore(node.from, starts[node.from] ?? 0)) {
      for (const from of endAt.get(end) ?? []) {
        const before = nodes[from]
        if (!before || (end === node.from && !mayTouch(before, node))) continue
        const gap = gapCost(text.slice(end, node.from), before, node)
        edges.push({ from, weight: gap + model.chance(before.key, node.key) + node.cost })
      }
    }
    endAt.set(node.to, [...(endAt.get(node.to) ?? []), index])
    return edges
  })
}

type Ways = { sum: Float64Array; best: Float64Array; back: Int32Array }

function forward(nodes: readonly Node[], edges: readonly Edge[][], isFirst: (node: Node) => boolean): Ways {
  const sum = new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY)
  const best = new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array(nodes.length).fill(-1)
  nodes.forEach((node, at) => {
    if (isFirst(node)) sum[at] = best[at] = node.cost
    for (const { from, weight } of edges[at] ?? []) {
      const whole = (best[from] ?? 0) + weight
      sum[at] = plus(sum[at] ?? 0, (sum[from] ?? 0) + weight)
      if (whole > (best[at] ?? 0)) {
        best[at] = whole
        back[at] = from
      }
    }
  })
  return { sum, best, back }
}

function backward(nodes: readonly Node[], edges: readonly Edge[][], isLast: (node: Node) => boolean): Float64Array {
  const sum = new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY)
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]
    if (node && isLast(node)) sum[at] = 0
    for (const { from, weight } of edges[at] ?? []) sum[from] = plus(sum[from] ?? 0, (sum[at] ?? 0) + weight)
  }
  return sum
}

/** The last node of the best way, and how likely all ways are together. */
function lastOf(nodes: readonly Node[], ways: Ways, end: number): { last: number; total: number } {
  let [last, total] = [-1, Number.NEGATIVE_INFINITY]
  nodes.forEach(({ to }, at) => {
    if (to < end) return
    total = plus(total, ways.sum[at] ?? 0)
    if (last < 0 || (ways.best[at] ?? 0) > (ways.best[last] ?? 0)) last = at
  })
  return { last, total }
}

/** The best way through the readings of a text. */
export function decode(text: string, nodes: readonly Node[], model: WordModel): Chosen[] {
  const start = text.search(/\S/u)
  const end = text.trimEnd().length
  const edges = edgesOf(text, nodes, model)
  const ways = forward(nodes, edges, ({ from }) => from <= start)
  const after = backward(nodes, edges, ({ to }) => to >= end)
  const { last, total } = lastOf(nodes, ways, end)
  const chosen: Chosen[] = []
  for (let at = last; at >= 0; at = ways.back[at] ?? -1) {
    const node = nodes[at]
    if (node) chosen.push({ node, sure: Math.exp((ways.sum[at] ?? 0) + (after[at] ?? 0) - total) })
  }
  return chosen.reverse()
}
