// An OpenID provider that signs everybody in, each time as another person: so that sign-in is on, and there are many users.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

export async function startProvider() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'RS256' }
  const codes = new Map()
  let issuer = ''
  const pages = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      scopes_supported: ['openid', 'email', 'profile'],
    }),
    '/keys': () => ({ keys: [key] }),
    '/token': (form) => {
      const asked = codes.get(form.get('code'))
      const challenge = createHash('sha256').update(form.get('code_verifier')).digest('base64url')
      if (asked.challenge !== challenge) throw new Error('The verifier is not that of the code')
      const id = token(asked, issuer, privateKey)
      return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 3600, id_token: id }
    },
  }
  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url, issuer)
    let body = ''
    for await (const chunk of incoming) body += chunk
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      const ask = url.searchParams
      codes.set(code, { client: ask.get('client_id'), nonce: ask.get('nonce'), challenge: ask.get('code_challenge') })
      const back = new URL(ask.get('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', ask.get('state'))
      response.writeHead(302, { location: back.href }).end()
      return
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(pages[url.pathname](new URLSearchParams(body))))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${server.address().port}`
  return { issuer, stop: () => server.close() }
}

function token({ client, nonce }, issuer, privateKey) {
  const seconds = Math.floor(Date.now() / 1000)
  const subject = randomUUID()
  const claims = {
    iss: issuer,
    sub: subject,
    aud: client,
    nonce: nonce ?? undefined,
    iat: seconds,
    exp: seconds + 600,
    name: `Bench ${subject.slice(0, 4)}`,
    email: `${subject}@example.org`,
    email_verified: true,
  }
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'RS256', kid: 'bench', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
}
