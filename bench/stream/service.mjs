// The packaged service with its embedded PostgreSQL, and people who have signed in to it.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../process.mjs'
import { JAR, startJava } from './processes.mjs'
import { startProvider } from './provider.mjs'

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0'
const TOKEN = 'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }'
const MODEL = 'mutation ($input: RegisterModelInput!) { registerModel(input: $input) { id } }'

/** Starts it with data of its own in the folder. Limits of rate and of answers at once are off; all else is as it comes. */
export async function startService(folder, { users }) {
  const provider = await startProvider()
  const data = join(folder, 'data')
  mkdirSync(data)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    PORT: String(port),
    ASSAY_DATA: data,
    OIDC_ISSUER: provider.issuer,
    PUBLIC_URL: url,
    RATE_LIMIT_PER_MINUTE: '0',
    MODEL_CONCURRENCY: '0',
    SIMULATOR: 'false',
  }
  const java = await startJava({
    args: ['-jar', JAR],
    log: join(folder, 'service.log'),
    env,
    cwd: folder,
    ready: (log) => log.includes('Assay is ready'),
  })
  const postgres = Number(readFileSync(join(data, 'postgresql/postmaster.pid'), 'utf8').split('\n')[0])
  const stop = async () => {
    await java.stop()
    provider.stop()
  }
  try {
    const tokens = []
    while (tokens.length < users) tokens.push(await signIn(url))
    const ask = (query, variables) => askWith({ authorization: `Bearer ${tokens[0]}` }, url, query, variables)
    return { url, pid: java.pid, postgres, tokens, ask, stop, model: models(ask) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Goes the way that a browser goes, and makes an API token at its end. */
async function signIn(url) {
  const cookies = new Map()
  const go = async (address) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', headers: { cookie, 'user-agent': BROWSER } })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      cookies.set(name, value)
    }
    return response.headers.get('location')
  }
  await go(await go(await go(`${url}/auth/login/oidc`)))
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const input = { name: 'bench', scopes: ['READ', 'RUN', 'MANAGE'] }
  return (await askWith({ cookie }, url, TOKEN, { input })).createApiToken.token
}

async function askWith(credentials, url, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credentials },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

/** Registers a model once, and gives its id. */
function models(ask) {
  const known = new Map()
  return async (endpointUrl, modelName) => {
    const name = `${endpointUrl} ${modelName}`
    if (!known.has(name)) {
      const input = { name: name.slice(0, 200), endpointUrl, modelName }
      known.set(name, (await ask(MODEL, { input })).registerModel.id)
    }
    return known.get(name)
  }
}
