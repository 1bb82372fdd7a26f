import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, JavaProgram, ROOT } from './processes'

const JAR = join(ROOT, 'backend/target/assay.jar')

/** The packaged service, as a process. */
export interface Assay {
  url: string
  /** What it has logged so far. */
  said: () => string
  stop: () => Promise<void>
}

/** Starts the packaged service on a free port, with data of its own and these settings. The name is its log's. */
export async function startAssay(name: string, settings: Record<string, string>): Promise<Assay> {
  const data = mkdtempSync(join(tmpdir(), 'assay-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = new JavaProgram(name, data, { PORT: String(port), ASSAY_DATA: data, ...settings }, '-jar', JAR)
  const stop = async () => {
    await program.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    await program.until(() => isHealthy(url))
    if (!existsSync(join(data, 'postgresql'))) throw new Error('The service does not keep its data in ASSAY_DATA.')
  } catch (error) {
    await stop()
    throw error
  }
  return { url, said: () => program.said(), stop }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { headers: { accept: 'application/json' } })).ok
  } catch {
    return false
  }
}
