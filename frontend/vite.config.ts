import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const service = process.env.ASSAY_URL ?? 'http://localhost:8080'

/**
 * The playground at /graphiql is a build of its own (`--mode graphiql`), added to the main page's: shared chunks would
 * make the main page heavier.
 */
function build(mode: string) {
  const isPlayground = mode === 'graphiql'
  return {
    target: 'es2022',
    chunkSizeWarningLimit: isPlayground ? 4000 : 900,
    emptyOutDir: !isPlayground,
    copyPublicDir: !isPlayground,
    rolldownOptions: {
      input: isPlayground ? 'graphiql.html' : 'index.html',
      // GraphiQL marks files for React's compiler; those marks mean nothing here.
      checks: { moduleLevelDirective: !isPlayground },
      output: isPlayground
        ? {}
        : { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3, test: isForAllPages }] } },
    },
  }
}

/** What several pages use is one file, since a browser asks for a file or two at a time; an editor is not for each of them. */
function isForAllPages(module: string) {
  return !/codemirror|lezer|style-mod|w3c-keyname|crelt/.test(module)
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: build(mode),
  // The development server serves both pages; what a worker imports it does not find by itself.
  optimizeDeps: {
    entries: ['*.html'],
    include: ['monaco-graphql > picomatch-browser', 'monaco-graphql > graphql-language-service'],
  },
  server: {
    // The service checks Host and Origin; both are rewritten to its own address.
    proxy: {
      '/graphql-ws': { target: service, ws: true, changeOrigin: true, rewriteWsOrigin: true },
      '/graphql': { target: service, changeOrigin: true, headers: { origin: service } },
      '/auth': { target: service, changeOrigin: true, headers: { origin: service } },
      '/account': { target: service, changeOrigin: true },
      '/pictures': { target: service, changeOrigin: true },
      '/health': { target: service, changeOrigin: true },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
}))
