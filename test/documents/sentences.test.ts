import { expect, test } from 'vitest'
import en from '../../locales/en/documents.json' with { type: 'json' }
import vi from '../../locales/vi/documents.json' with { type: 'json' }
import { refusalReasons } from '../../src/documents/refusal.ts'

test.each([vi, en])('each reason has one sentence of its own, short enough for a telephone', ({ refused }) => {
  expect(Object.keys(refused).sort()).toEqual([...refusalReasons].sort())
  expect(new Set(Object.values(refused)).size).toBe(refusalReasons.length)
  for (const sentence of Object.values(refused)) expect(sentence).toMatch(/^[^!\n]{20,200}\.$/)
})
