import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Page } from '@playwright/test'
import { freePort, JavaProgram, ROOT } from './processes'

const BUILT = join(ROOT, 'backend/target')

/** A real OpenID provider, which believes whoever fills in its form. */
export interface Issuer {
  /** What `OIDC_ISSUER` is to be. */
  url: string
  stop: () => Promise<void>
}

/** What the provider tells of somebody. */
export interface Claims {
  name: string
  email: string
}

export async function startIssuer(): Promise<Issuer> {
  const port = await freePort()
  const classes = [join(BUILT, 'test-classes'), readFileSync(join(BUILT, 'test-classpath.txt'), 'utf8').trim()]
  const main = 'dev.assay.testing.Issuer'
  const program = new JavaProgram('e2e-issuer', tmpdir(), {}, '-cp', classes.join(delimiter), main, String(port))
  const url = `http://localhost:${port}/assay`
  try {
    await program.until(() => program.said().includes(`issuer ${url}`))
  } catch (error) {
    await program.stop()
    throw error
  }
  return { url, stop: () => program.stop() }
}

/** Fills in the provider's form, which sends the browser back. */
export async function approve(page: Page, { name, email }: Claims): Promise<void> {
  await page.locator('input[name=username]').fill(email)
  await page.locator('textarea[name=claims]').fill(JSON.stringify({ name, email, email_verified: true }))
  await page.locator('[type=submit]').click()
}
