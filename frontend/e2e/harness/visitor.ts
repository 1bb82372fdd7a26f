import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { approve, type Claims } from './issuer'
import { errorsOf } from './test'

/** Somebody with a browser of their own, which nothing of theirs leaves but to the service, and to the provider to sign in. */
export class Visitor {
  /** What happened that must not. */
  readonly problems: string[] = []
  readonly account: Locator

  private constructor(
    readonly claims: Claims,
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    this.account = page.getByRole('banner').getByRole('button', { name: 'Account' })
  }

  static async arrive(name: string, context: BrowserContext, service: string, provider: string): Promise<Visitor> {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
    const visitor = new Visitor({ name, email }, await context.newPage(), context)
    await visitor.watch(service, provider)
    return visitor
  }

  /** Signs in from the sign-in page, with whatever comes of it. */
  async attemptSignIn(): Promise<void> {
    await this.page.getByRole('link', { name: /^Continue with/ }).click()
    await approve(this.page, this.claims)
  }

  /** Signs in from the sign-in page. */
  async signIn(): Promise<void> {
    await this.attemptSignIn()
    await expect(this.account).toContainText(this.claims.name)
  }

  /** Signs in and opens a page. */
  async enter(path: string): Promise<void> {
    await this.page.goto(path)
    await this.signIn()
    await expect(this.page).toHaveURL(path)
  }

  async choose(item: 'Profile' | 'People' | 'Sign out'): Promise<void> {
    await this.account.click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** Access is over, as after its quarter of an hour. */
  async loseAccess(): Promise<void> {
    await this.context.clearCookies({ name: 'assay-access' })
  }

  private async watch(service: string, provider: string): Promise<void> {
    const origin = new URL(provider).origin
    // The provider's form asks for a font of another host.
    await this.context.route(/fonts\.googleapis\.com/, (route) => route.fulfill({ body: '' }))
    this.context.on('request', (request) => {
      const to = new URL(request.url())
      if (['data:', 'blob:'].includes(to.protocol) || to.origin === service) return
      const ofProvider = request.isNavigationRequest() ? to.origin : new URL(request.frame().url()).origin
      if (ofProvider !== origin) this.problems.push(`a request to ${to.href}`)
    })
    this.watchErrors(this.page, service)
    this.context.on('page', (page) => this.watchErrors(page, service))
  }

  private watchErrors(page: Page, service: string): void {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(service).host) this.problems.push(`a socket to ${socket.url()}`)
    })
    const errors = errorsOf(page)
    page.on('close', () => this.problems.push(...errors.filter((error) => !isRefusal(error))))
  }
}

/** Chromium notes every refusal as an error; the page answers it by renewing the session, or by its end. */
function isRefusal(error: string): boolean {
  return /status of 401|status of 429/.test(error)
}
