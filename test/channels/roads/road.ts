import type { Part, Scene, Step, Wish } from './scene.ts'

/** One road through the house on any channel: who plays it, what was before, what they do, what they hear, what is kept. */
export type Road = {
  say: string
  by: Part
  wish?: Wish
  before?: (scene: Scene) => Promise<unknown>
  does: Step[]
  /** Words that are said on the way. */
  hears?: string[]
  /** Each registration of the plan that is kept in the end, or what is looked at instead. */
  keeps: unknown[]
  keptIn?: (scene: Scene) => Promise<unknown>
}

export const toPreview = [
  '/dangky',
  '1',
  '[Tiếp tục]',
  'Rút ngắn thời gian giải quyết hồ sơ',
  '100% hồ sơ đúng hạn',
  '30/9',
  '[Bỏ qua]',
]
export const ofUnit = ['/dangky', '[Cho Hội Nông dân xã]', '1', '[Tiếp tục]', 'Việc', '02 mô hình', '30/9']

const words = (text: string) => new TextEncoder().encode(text)
export const textFile = (name: string, text = 'Biên bản họp chi hội') => ({ sends: { name, bytes: words(text) } })
