import { expect, test } from 'vitest'
import { unzip } from '../../src/documents/unzip.ts'
import { makeZip } from './make-zip.ts'

const zeros = Buffer.alloc(1_000_000)
const unpack = (zip: Uint8Array) => {
  const read = unzip(zip, (name) => name.endsWith('.xml'), 500_000)
  return read.ok ? [...read.parts].map(([name, part]) => `${name}: ${part}`) : read.reason
}

const plan = { name: 'word/document.xml', content: 'Kế hoạch' }
const whole = Buffer.from(makeZip([plan]))

// biome-ignore format: a table keeps its columns
const cases = [
  { say: 'a wanted part is unpacked, another is not', zip: makeZip([plan, { name: 'media/a.png', content: 'x' }]), expect: ['word/document.xml: Kế hoạch'] },
  { say: 'a part that declares too much',      zip: makeZip([{ ...plan, content: zeros }]),                      expect: 'too_heavy' },
  { say: 'a bomb that declares little',        zip: makeZip([{ ...plan, content: zeros, declared: 100 }]),       expect: 'too_heavy' },
  { say: 'many parts that are too much together', zip: makeZip([1, 2, 3].map((n) => ({ name: `${n}.xml`, content: zeros.subarray(0, 200_000), declared: 1 }))), expect: 'too_heavy' },
  { say: 'a picture that declares too much',   zip: makeZip([plan, { name: 'media/a.png', content: zeros }]),    expect: 'too_heavy' },
  { say: 'a part with a password',             zip: makeZip([{ ...plan, locked: true }]),                        expect: 'encrypted' },
  { say: 'a zip without its end',              zip: whole.subarray(0, whole.length - 30),                        expect: 'corrupt' },
  { say: 'a zip without its beginning',        zip: whole.subarray(20),                                          expect: 'corrupt' },
]

test.each(cases)('$say', ({ zip, expect: wanted }) => {
  expect(unpack(zip)).toEqual(wanted)
})
