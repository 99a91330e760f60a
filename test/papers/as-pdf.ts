import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** An office suite and the tools of PDF, where the machine has them: only then can a printed page be looked at. */
const tools = ['soffice', 'pdftotext', 'pdfinfo', 'pdffonts']
export const canPrint = tools.every((tool) => spawnSync('which', [tool]).status === 0)
if (!canPrint) console.warn(`SKIPPED: papers are not printed, since this machine lacks one of ${tools.join(', ')}`)

// Liberation Serif lacks Vietnamese letters, so Times New Roman must not become it.
const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>/usr/share/fonts/truetype/liberation*/*</glob></rejectfont></selectfont>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`

const run = (command: string, args: string[], env: Record<string, string> = {}): string => {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 50_000_000 })
  if (done.status !== 0) throw new Error(`${command} ended with ${done.status}: ${done.stderr}`)
  return done.stdout
}

/** `text`: the words in the order of the file, cell after cell; `pageTexts`: as they stand on each page. */
type Printed = { pages: number; fonts: string[]; text: string; pageTexts: string[] }

function look(file: string): Printed {
  const words = (order: string) => run('pdftotext', [order, file, '-']).normalize('NFC')
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [file]))?.[1]),
    fonts: run('pdffonts', [file])
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => line.split(' ')[0] ?? ''),
    text: words('-raw'),
    pageTexts: words('-layout').split('\f').slice(0, -1),
  }
}

/** DOCX files printed to PDF, all in one go: their pages, the fonts that were used, and the words on each page. */
export function printAll(files: Map<string, Uint8Array>): Map<string, Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  try {
    const keys = [...files.keys()]
    for (const [index, key] of keys.entries()) writeFileSync(join(folder, `${index}.docx`), files.get(key) ?? '')
    writeFileSync(join(folder, 'fonts.conf'), fonts)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const paths = keys.map((_, index) => join(folder, `${index}.docx`))
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths], {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    })
    const lost = keys.filter((_, index) => !existsSync(join(folder, `${index}.pdf`)))
    if (lost.length > 0) throw new Error(`Not printed: ${lost.join(', ')}`)
    return new Map(keys.map((key, index) => [key, look(join(folder, `${index}.pdf`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
