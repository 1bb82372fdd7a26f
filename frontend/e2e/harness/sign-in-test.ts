import { startAssay, type Assay } from './assay'
import { startIssuer, type Issuer } from './issuer'
import { test as base } from './test'
import { Visitor } from './visitor'

export { expect } from './test'

/** Who signs in as this person is an administrator. */
export const ADMINISTRATOR = 'Grace Hopper'

let arrivals = 0

interface Signing {
  /** Lets somebody come, as a stranger from an address of their own. */
  arrive: (name: string) => Promise<Visitor>
}

interface Running {
  issuer: Issuer
  /** A service where one signs in at the issuer. */
  assay: Assay
  /** A service that others can reach, and that has no sign-in yet. */
  unclaimed: Promise<Assay>
}

/** A test with a service where people sign in. It fails on errors in the console, and on requests to other hosts. */
export const test = base.extend<Signing, Running>({
  issuer: [
    async ({}, use) => {
      const issuer = await startIssuer()
      await use(issuer)
      await issuer.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  assay: [
    async ({ issuer }, use) => {
      const assay = await startAssay('e2e-sign-in', {
        OIDC_ISSUER: issuer.url,
        ADMIN_EMAILS: 'grace.hopper@example.org',
        // Attempts to sign in are counted by address, and each visitor has one.
        TRUSTED_PROXIES: '127.0.0.0/8',
      })
      await use(assay)
      await assay.stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  unclaimed: [
    async ({}, use) => {
      const starting = startAssay('e2e-unclaimed', { HOST: '0.0.0.0' })
      await use(starting)
      await (await starting).stop()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ assay }, use) => use(assay.url),
  arrive: async ({ browser, assay, issuer }, use, testInfo) => {
    const visitors: Visitor[] = []
    await use(async (name) => {
      arrivals += 1
      const extraHTTPHeaders = { 'X-Forwarded-For': `10.0.0.${arrivals}` }
      const context = await browser.newContext({ baseURL: assay.url, extraHTTPHeaders, acceptDownloads: true })
      const visitor = await Visitor.arrive(name, context, assay.url, issuer.url)
      visitors.push(visitor)
      return visitor
    })
    const failed = testInfo.status !== testInfo.expectedStatus
    for (const { page, context, claims } of visitors) {
      if (failed) await testInfo.attach(claims.name, { body: await page.screenshot(), contentType: 'image/png' })
      for (const each of context.pages()) await each.close()
      await context.close()
    }
    base.expect(visitors.flatMap(({ problems }) => problems)).toEqual([])
  },
})
