import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin']
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  ...FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where the system's Chromium or Chrome is. Throws with the command that installs it. */
export function chromium(): string {
  const found = PLACES.find(isExecutable)
  if (found === undefined) throw new Error(`Chromium is missing. Install it: ${installCommand()}`)
  return found
}

function installCommand(): string {
  return process.platform === 'darwin' ? 'brew install --cask chromium' : 'sudo apt-get install -y chromium'
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
