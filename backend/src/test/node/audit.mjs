// Audits a server by the GraphQL-over-HTTP specification and prints what each check found, a JSON value a line.
// Usage: node audit.mjs <url>
import { auditServer } from 'graphql-http';

for (const result of await auditServer({ url: process.argv[2] })) {
  console.log(JSON.stringify({ id: result.id, name: result.name, status: result.status, reason: result.reason ?? null }));
}
