import { expect, test } from 'vitest'
import { button, message } from '../../src/chat/message.ts'
import { createTokens, type Owner } from '../../src/chat/tokens.ts'
import { newId } from '../../src/store/db.ts'
import { openKeyed } from '../../src/store/keyed.ts'

const open = async () => {
  const keyed = (await openKeyed(null)).area('buttons')
  const lives: number[] = []
  const set: typeof keyed.set = (key, value, ttlMs) => {
    lives.push(ttlMs)
    return keyed.set(key, value, ttlMs)
  }
  const tokens = createTokens({ ...keyed, set }, newId)
  return { tokens, lives }
}
const lan: Owner = { personId: 'lan' }
const card = message('Một điều khoản', [
  button('Đăng ký', 'dangky', 'begin', { plan: 'k3' }),
  button('Xem bản gốc', 'kehoach', 'original', { id: 'k3' }),
])

test('each button has its own token, which gives its action back for ninety days', async () => {
  const { tokens, lives } = await open()
  const { buttons } = await tokens.mint(card, lan)
  expect(buttons.map(({ label }) => label)).toEqual(['Đăng ký', 'Xem bản gốc'])
  expect(await Promise.all(buttons.map(({ token }) => tokens.find(token, [lan])))).toEqual(
    card.buttons.map(({ action }) => action),
  )
  expect(lives).toEqual([90 * 86_400_000])
})

test('a token begins with its topic and has at most 64 bytes, however long the topic is', async () => {
  const { tokens } = await open()
  const long = message(
    'x',
    Array.from({ length: 120 }, () => button('x', 'a'.repeat(60), 'run')),
  )
  const { buttons } = await tokens.mint(long, lan)
  expect(buttons[0]?.token).toMatch(/^a{24}\.\w{12}\.0$/)
  expect(Math.max(...buttons.map(({ token }) => Buffer.byteLength(token)))).toBeLessThanOrEqual(64)
})

test('nobody else may press it; a person may from each of their accounts', async () => {
  const { tokens } = await open()
  const [first] = (await tokens.mint(card, lan)).buttons
  const token = first?.token ?? ''
  expect(await tokens.find(token, [{ personId: 'mai' }])).toBeNull()
  expect(await tokens.find(token, [{ accountId: 'lan' }])).toBeNull()
  expect(await tokens.find(token, [{ accountId: 'web' }, lan])).toEqual(card.buttons[0]?.action)
})

test.each(['', 'dangky', 'dangky.unknown.0', 'dangky.unknown', '...', 'dangky.x.-1'])(
  '%j leads nowhere',
  async (token) => {
    const { tokens } = await open()
    await tokens.mint(card, lan)
    expect(await tokens.find(token, [lan])).toBeNull()
  },
)

test('a number past the last button leads nowhere', async () => {
  const { tokens } = await open()
  const token = (await tokens.mint(card, lan)).buttons[0]?.token.replace(/0$/, '7') ?? ''
  expect(await tokens.find(token, [lan])).toBeNull()
})

test('a message without buttons keeps nothing', async () => {
  const { tokens, lives } = await open()
  expect(await tokens.mint(message('Kính chào'), lan)).toEqual({ blocks: message('Kính chào').blocks, buttons: [] })
  expect(lives).toEqual([])
})
