import { defineConfig } from '@playwright/test'
import { chromium } from './harness/chromium'

/** The browser tests: the packaged service with its simulator, used as a person would. `npm run e2e` runs them. */
export default defineConfig({
  testDir: '.',
  outputDir: '../target/e2e',
  globalSetup: './harness/service.ts',
  forbidOnly: true,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: chromium(), chromiumSandbox: false },
    screenshot: 'only-on-failure',
  },
})
