// Asks a model with whatever version of a prompt is labelled `production` at the moment.
const url = process.env.ASSAY_URL ?? 'http://localhost:8080'
const token = process.env.ASSAY_TOKEN
const [name, ...given] = process.argv.slice(2) // such as: node prompt.mjs Translator language=Korean

async function ask(query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(`${errors[0].extensions.code}: ${errors[0].message}`)
  return data
}

const { promptVersion, models } = await ask(
  `query ($name: String!) {
    promptVersion(name: $name, label: "production") {
      id number suggestedModel { id } variables { name defaultValue }
    }
    models(first: 1) { nodes { id } }
  }`,
  { name },
)
console.log(`${name}, version ${promptVersion.number}`)

const { startRun } = await ask(
  `mutation ($input: StartRunInput!) {
    startRun(input: $input) { systemPrompt variables { name value source } }
  }`,
  {
    input: {
      modelIds: [promptVersion.suggestedModel?.id ?? models.nodes[0].id],
      promptVersionId: promptVersion.id,
      // Those that are missing here take their defaults; one without is an error that names it.
      variables: given.map((pair) => ({ name: pair.split('=')[0], value: pair.split('=').slice(1).join('=') })),
      userMessage: 'Good morning!',
    },
  },
)
console.log(startRun.systemPrompt)
