import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createDraftStore, type DraftStore } from '../../src/chat/drafts.ts'
import type { What } from '../../src/chat/incoming.ts'
import { type Message, message } from '../../src/chat/message.ts'
import { openSession } from '../../src/chat/session.ts'
import type { Turn } from '../../src/chat/turn.ts'
import { type Choice, type Dialog, defineDialog, type Step } from '../../src/dialogs/engine/dialog.ts'
import { createDialogs } from '../../src/dialogs/engine/engine.ts'
import { openKeyed } from '../../src/store/keyed.ts'
import { createTexts } from '../../src/texts/texts.ts'

const day = 86_400_000
const answers = z.object({ fruit: z.string().optional(), number: z.string().optional(), note: z.string().optional() })
type Answers = z.infer<typeof answers>
const order = ['fruit', 'number', 'note'] as const

const fruits: Choice[] = [
  { value: 'apple', label: 'Táo' },
  { value: 'pear', label: 'Lê' },
  { value: 'plum', label: 'Mận' },
]
const takes =
  (field: keyof Answers): Step<Answers>['read'] =>
  (input, { answers: before }) => {
    const given = input.kind === 'choice' ? input.value : input.kind === 'text' ? input.text : input.kind
    if (given === 'sai') return { ok: false, message: message('Chưa đúng.') }
    return { ok: true, answers: { ...before, [field]: given } }
  }

let finished: Answers[]
let cancelled: Answers[]
let stays: boolean
let choices: Choice[]
let takesFile: boolean

const dialog = (version = 1): Dialog<unknown> =>
  defineDialog<Answers>({
    version,
    answers,
    keepDays: 30,
    first: () => ({ step: 'fruit' }),
    next: (_answers, { step }) => {
      const after = order[order.indexOf(step as (typeof order)[number]) + 1]
      return after ? { step: after } : null
    },
    steps: {
      fruit: {
        ask: () => message('Quả gì?'),
        choices: () => choices,
        get takesFile() {
          return takesFile
        },
        read: takes('fruit'),
      },
      number: {
        ask: ({ answers: { fruit } }) => message(`Mấy quả ${fruit}?`),
        choices: () => [{ value: 'one', label: 'Một' }],
        plainNumbers: true,
        read: takes('number'),
      },
      note: { ask: () => message('Ghi chú?'), optional: true, read: takes('note') },
    },
    progress: (_answers, { step }) => ({ done: order.indexOf(step as (typeof order)[number]) + 1, of: 3 }),
    async finish({ turn, answers: given }) {
      if (stays) {
        turn.reply(message('Chưa xong.'))
        return 'stay'
      }
      finished.push(given)
      turn.reply(message('Xong.'))
      return 'done'
    },
    async cancelled({ answers: given }) {
      cancelled.push(given)
    },
  }) as Dialog<unknown>

const texts = createTexts()
let drafts: DraftStore
let dialogs: ReturnType<typeof createDialogs>
let realNow: number
let inboxId: number
let ids: number

const open = (version = 1) => createDialogs({ hoa: dialog(version), khac: dialog(version) }, texts, () => `d${ids++}`)

beforeEach(async () => {
  ;[finished, cancelled, stays, choices] = [[], [], false, fruits]
  takesFile = false
  ;[realNow, inboxId, ids] = [0, 0, 0]
  drafts = createDraftStore((await openKeyed(null)).area('drafts'))
  dialogs = open()
})

type Runner = typeof dialogs
type Session = Awaited<ReturnType<typeof openSession>>

/** One turn of Lan's; gives what was said. */
async function turn(work: (turn: Turn, session: Session, runner: Runner) => Promise<unknown>): Promise<Message[]> {
  const said: Message[] = []
  const words = texts('vi')
  const faked = {
    ...{ texts: words, realNow },
    reply: (one: Message) => said.push(one),
    say: (key: Parameters<typeof words.t>[0], values = {}, buttons = []) =>
      said.push(message(words.t(key, values), buttons)),
  } as unknown as Turn
  const session = await openSession(drafts, 'lan', inboxId, realNow)
  await work(faked, session, dialogs)
  await session.write()
  inboxId += 1
  return said
}

const begin = (name = 'hoa') => turn((one, session, runner) => runner.begin(one, session, name, {}))
const take = (what: What) => turn((one, session, runner) => runner.take(one, session, what))
const says = (text: string) => take({ kind: 'text', text })
const press = (from: Message[], label: string) => {
  const pressed = from.flatMap(({ buttons }) => buttons).findLast((button) => button.label === label)
  if (!pressed) throw new Error(`No [${label}] in ${JSON.stringify(from.map(labels))}`)
  return turn((one, session, runner) => runner.press(one, session, pressed.action))
}
const labels = ({ buttons }: Message) => buttons.map(({ label }) => label)
const text = (said: Message[]) => said.map(({ blocks }) => blocks[0]?.text).join(' | ')

describe('answers', () => {
  // biome-ignore format: a table keeps its columns
  const typed = [
    { say: 'its number',                 typed: '2',          value: 'pear' },
    { say: 'its number with a point',    typed: '2.',         value: 'pear' },
    { say: 'a choosing word',            typed: 'chọn 2',     value: 'pear' },
    { say: 'without marks',              typed: 'chon so 2',  value: 'pear' },
    { say: '“số 2”',                     typed: 'Số 2',       value: 'pear' },
    { say: 'its label',                  typed: 'Lê',         value: 'pear' },
    { say: 'its label without marks',    typed: 'man',        value: 'plum' },
    { say: 'a number that is none',      typed: '9',          value: '9' },
    { say: 'anything else is text',      typed: 'quả cam',    value: 'quả cam' },
  ]
  test.each(typed)('$say: $typed', async ({ typed: words, value }) => {
    await begin()
    expect(text(await says(words))).toBe(`Mấy quả ${value}?`)
  })

  test('where numbers are answers, a bare one is taken as typed, “chọn 1” still chooses', async () => {
    await begin()
    await says('1')
    await says('1')
    await says('quay lại')
    await says('chọn 1')
    expect((await says('xong')) && finished).toEqual([{ fruit: 'apple', number: 'one', note: 'xong' }])
  })

  test('a pressed choice is the same as a typed one', async () => {
    expect(text(await press(await begin(), 'Mận'))).toBe('Mấy quả plum?')
  })

  test('a wrong answer changes nothing and offers the way back and out', async () => {
    await begin()
    await says('1')
    const [refused] = await says('sai')
    expect(refused && labels(refused)).toEqual(['Quay lại', 'Hủy'])
    expect(text(await says('5'))).toBe('Ghi chú?')
  })

  test('a choice that is gone meanwhile is asked anew', async () => {
    const asked = await begin()
    choices = fruits.slice(0, 1)
    expect(text(await press(asked, 'Lê'))).toBe('Quả gì?')
  })

  test('a file comes to a step that takes one; another says that it was not kept', async () => {
    await begin()
    const what: What = { kind: 'file', file: { ref: 'r', name: 'a.txt', mime: null, size: 1 }, caption: '' }
    expect(text(await take(what))).toBe(texts('vi').t('chat.dialog.noFile'))
    takesFile = true
    expect(text(await take(what))).toBe('Mấy quả file?')
  })

  test('the end of slow work comes to the step as it is', async () => {
    await begin()
    expect(text(await take({ kind: 'task', taskId: 't', name: 'read', result: null }))).toBe('Mấy quả task?')
  })

  test('what no step takes is left to others', async () => {
    await begin()
    expect(await take({ kind: 'unsupported' })).toEqual([])
    expect(text(await says('1'))).toBe('Mấy quả apple?')
  })
})

describe('the buttons below a question', () => {
  test('choices, then back where there is one, save and cancel; skip where it may', async () => {
    const [first] = await begin()
    expect(first && labels(first)).toEqual(['Táo', 'Lê', 'Mận', 'Lưu nháp', 'Hủy'])
    const [second] = await says('1')
    expect(second && labels(second)).toEqual(['Một', 'Quay lại', 'Lưu nháp', 'Hủy'])
    const [third] = await says('1')
    expect(third && labels(third)).toEqual(['Bỏ qua', 'Quay lại', 'Lưu nháp', 'Hủy'])
  })

  test('many choices come a few at a time, all are listed by number, and numbers go on counting', async () => {
    choices = Array.from({ length: 12 }, (_, index) => ({ value: `v${index + 1}`, label: `Quả ${index + 1}` }))
    let asked = await begin()
    expect(text(asked)).toContain('Quả gì?\n1. Quả 1\n2. Quả 2')
    const pages = [asked[0] as Message]
    for (let page = 0; page < 3; page += 1) {
      asked = await press(asked, 'Xem thêm')
      pages.push(asked[0] as Message)
    }
    expect(pages.map(labels)).toEqual([
      ['Quả 1', 'Quả 2', 'Quả 3', 'Quả 4', 'Xem thêm', 'Hủy'],
      ['Quả 5', 'Quả 6', 'Quả 7', 'Quả 8', 'Xem thêm', 'Hủy'],
      ['Quả 9', 'Quả 10', 'Quả 11', 'Quả 12', 'Xem thêm', 'Hủy'],
      ['Quả 1', 'Quả 2', 'Quả 3', 'Quả 4', 'Xem thêm', 'Hủy'],
    ])
    expect(text(await says('11'))).toBe('Mấy quả v11?')
  })

  test.for([1, 2, 3, 4, 5, 6, 7, 30])(
    'of %i choices never more than six buttons show, and what stays is among them',
    async (count) => {
      choices = Array.from({ length: count }, (_, index) => ({ value: `v${index + 1}`, label: `Quả ${index + 1}` }))
      choices.push({ value: 'done', label: 'Tiếp tục', stays: true } as (typeof choices)[number])
      const [asked] = await begin()
      const shown = labels(asked as Message)
      expect(shown.length).toBeLessThanOrEqual(6)
      expect(shown).toContain('Tiếp tục')
      expect(shown).toContain('Hủy')
      expect(shown.includes('Xem thêm')).toBe(count > 4)
    },
  )
})

describe('the standard ways', () => {
  test('back, by button and by word, as far as it goes', async () => {
    await begin()
    await says('1')
    const asked = await says('7')
    expect(text(await press(asked, 'Quay lại'))).toBe('Mấy quả apple?')
    expect(text(await says('quay lai'))).toBe('Quả gì?')
    expect(text(await says('quay lại'))).toBe('Quả gì?')
    expect(text(await says('2'))).toBe('Mấy quả pear?')
  })

  test('skip where it may; where it may not, that is said', async () => {
    await begin()
    expect(text(await says('bỏ qua'))).toBe(texts('vi').t('chat.dialog.needed'))
    await says('1')
    await says('2')
    await says('bo qua')
    expect(finished).toEqual([{ fruit: 'apple', number: '2', note: 'skip' }])
  })

  test('cancel ends it, tells the dialog, and its buttons say so', async () => {
    const asked = await begin()
    await says('1')
    expect(text(await says('huỷ'))).toBe(texts('vi').t('chat.dialog.cancelled'))
    expect(cancelled).toEqual([{ fruit: 'apple' }])
    expect(text(await press(asked, 'Lê'))).toBe(texts('vi').t('chat.dialog.ended'))
    expect(await says('1')).toEqual([])
  })

  test('save sets it aside; resume asks where it stands', async () => {
    await begin()
    await says('1')
    const saved = await says('lưu nháp')
    expect(text(saved)).toContain('30 ngày')
    expect(await says('5')).toEqual([])
    expect(text(await press(saved, 'Làm tiếp'))).toBe('Mấy quả apple?')
    expect(text(await says('5'))).toBe('Ghi chú?')
  })

  test('resume by name, and of nothing', async () => {
    expect(text(await turn((one, session, runner) => runner.resume(one, session, 'hoa')))).toBe(
      texts('vi').t('chat.dialog.ended'),
    )
    await begin()
    await says('1')
    await says('lưu nháp')
    expect(text(await turn((one, session, runner) => runner.resume(one, session, 'hoa')))).toBe('Mấy quả apple?')
  })

  test('English words work as well', async () => {
    await begin()
    await says('1')
    expect(text(await says('back'))).toBe('Quả gì?')
  })
})

describe('old buttons', () => {
  test('of a step that is answered: said so, and the step underway is asked again', async () => {
    const asked = await begin()
    await says('1')
    expect(text(await press(asked, 'Lê'))).toBe(`${texts('vi').t('chat.dialog.answered')} | Mấy quả apple?`)
    expect(text(await says('3'))).toBe('Ghi chú?')
  })

  test('of an earlier draft of the same dialog: ended', async () => {
    const asked = await begin()
    await begin()
    expect(text(await press(asked, 'Lê'))).toBe(texts('vi').t('chat.dialog.ended'))
  })

  test('of a draft set aside: it goes on there', async () => {
    const asked = await begin()
    await begin('khac')
    expect(text(await press(asked, 'Lê'))).toBe('Mấy quả pear?')
    expect(text(await says('4'))).toBe('Ghi chú?')
  })
})

describe('drafts', () => {
  test('two dialogs do not mix', async () => {
    await begin()
    await says('1')
    await begin('khac')
    await says('2')
    await says('1')
    await says('xong')
    expect(finished).toEqual([{ fruit: 'pear', number: '1', note: 'xong' }])
    expect(text(await turn((one, session, runner) => runner.resume(one, session, 'hoa')))).toBe('Mấy quả apple?')
  })

  test('how far it is', async () => {
    await begin()
    await says('1')
    const progress: unknown[] = []
    await turn(async (_turn, session, runner) =>
      progress.push(runner.progress(session, 'hoa'), runner.progress(session, 'khac')),
    )
    expect(progress).toEqual([{ step: 'number', done: 2, of: 3 }, null])
  })

  test('after its days of real time it is gone; each answer gives it those days again', async () => {
    await begin()
    realNow = 29 * day
    await says('1')
    realNow = 58 * day
    expect(text(await says('5'))).toBe('Ghi chú?')
    realNow = 89 * day
    expect(await says('xong')).toEqual([])
  })

  test('of an older version: ended with a kind word', async () => {
    await begin()
    dialogs = open(2)
    expect(text(await says('1'))).toBe(texts('vi').t('chat.dialog.outdated'))
    expect(await says('1')).toEqual([])
  })

  test('handled again after a crash, an answer does the same once', async () => {
    await begin()
    await says('1')
    inboxId -= 1
    expect(text(await says('1'))).toBe('Mấy quả apple?')
    expect(text(await says('9'))).toBe('Ghi chú?')
  })

  test('a dialog that cannot finish stays, with its answers', async () => {
    await begin()
    await says('1')
    await says('1')
    stays = true
    expect(text(await says('một'))).toBe('Chưa xong.')
    stays = false
    await says('hai')
    expect(finished).toEqual([{ fruit: 'apple', number: '1', note: 'hai' }])
    expect(await says('ba')).toEqual([])
  })

  test('a dialog that does not exist is a bug that says what to make', async () => {
    await expect(begin('khong-co')).rejects.toThrow('make src/dialogs/khong-co.ts')
  })
})
