import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const service = process.env.ASSAY_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  server: {
    // The service checks Host and Origin; both are rewritten to its own address.
    proxy: {
      '/graphql-ws': { target: service, ws: true, changeOrigin: true, rewriteWsOrigin: true },
      '/graphql': { target: service, changeOrigin: true, headers: { origin: service } },
      '/graphiql': { target: service, changeOrigin: true },
      '/health': { target: service, changeOrigin: true },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true },
})
