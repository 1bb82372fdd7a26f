#!/bin/sh
# A query, a mutation with variables, and an error.
set -eu
url=${ASSAY_URL:-http://localhost:8080}
token=${ASSAY_TOKEN:-}

ask() {
  curl --silent --show-error --header 'Content-Type: application/json' \
    ${token:+--header "Authorization: Bearer $token"} "$url/graphql" "$@"
}

echo 'Models:'
ask --data '{"query": "{ models(first: 3) { totalCount nodes { id name } } }"}'

printf '\n\nA new prompt:\n'
ask --data @- <<JSON
{
  "query": "mutation (\$input: CreatePromptInput!) { createPrompt(input: \$input) { id name } }",
  "variables": {"input": {"name": "From curl $(date +%s)", "content": "You answer in one sentence."}}
}
JSON

printf '\n\nA run that does not exist:\n'
answer=$(ask --header 'X-Request-Id: curl-example' \
  --data '{"query": "{ run(id: \"00000000-0000-7000-8000-000000000000\") { status } }"}')
echo "$answer"

# A program branches on the code, never on the message.
code=$(echo "$answer" | sed -n 's/.*"code":"\([A-Z_]*\)".*/\1/p')
case $code in
'') echo 'It is there after all.' ;;
NOT_FOUND) echo 'There is no such run.' ;;
*) exit 1 ;;
esac
