import { z } from 'zod'

// Otherwise it compiles schemas with new Function, which our Content-Security-Policy forbids.
z.config({ jitless: true })

export { z }
