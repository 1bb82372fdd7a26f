// Runs `npm ci`, but only when package-lock.json differs from the one that node_modules was made of.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.assay-lock'
const lock = createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  writeFileSync(stamp, lock)
}
