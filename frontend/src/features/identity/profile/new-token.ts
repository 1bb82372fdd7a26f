import type { CreateApiTokenInput, TokenScope } from '@/__generated__/graphql'
import { z } from '@/lib/zod'

/** From the least to the most. */
export const SCOPES = ['READ', 'RUN', 'MANAGE'] as const satisfies readonly TokenScope[]

/** How long a token may live, in days. */
export const LIFETIMES = [7, 30, 90, 365] as const

const DAY_MS = 24 * 60 * 60_000
/** The server allows a year by its own clock; one that is ahead of it must not make a year too long. */
const SLACK_MS = 60 * 60_000

/** The messages are keys of the locale file. */
export const newTokenSchema = z.object({
  name: z.string().trim().min(1, 'nameMissing').max(100, 'nameTooLong'),
  scopes: z.array(z.enum(SCOPES)).min(1, 'scopeMissing'),
  days: z.enum(LIFETIMES.map(String) as ['7', '30', '90', '365']),
})

export type NewTokenValues = z.infer<typeof newTokenSchema>

export const NEW_TOKEN: NewTokenValues = { name: '', scopes: ['READ', 'RUN'], days: '90' }

export function toCreateInput({ name, scopes, days }: NewTokenValues, now = Date.now()): CreateApiTokenInput {
  const expiresAt = new Date(now + Number(days) * DAY_MS - SLACK_MS).toISOString()
  return { name, scopes: SCOPES.filter((scope) => scopes.includes(scope)), expiresAt }
}

/** A request with the token that works as it stands. */
export function curlExample(origin: string, token: string): string {
  return [
    `curl ${origin}/graphql \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '{"query": "{ viewer { name } }"}'`,
  ].join('\n')
}
