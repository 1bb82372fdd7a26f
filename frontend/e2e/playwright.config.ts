import { defineConfig } from '@playwright/test'
import { chromium } from './harness/chromium'

/** The browser tests: the packaged service with its simulator, used as a person would. `npm run e2e` runs them. */
export default defineConfig({
  testDir: '.',
  outputDir: '../target/e2e',
  globalSetup: './harness/service.ts',
  forbidOnly: true,
  workers: 1,
  // A machine that is busy with other things is slow for a while; what only then fails is reported as flaky.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['junit', { outputFile: '../target/e2e-results.xml' }]],
  use: {
    launchOptions: { executablePath: chromium(), chromiumSandbox: false },
    screenshot: 'only-on-failure',
  },
})
