const SIZES = { ordinary: '10,000 runs of 4 results, 2,000 prompts', million: '250,000 runs of 4 results, 20,000 prompts' }

/** The result as people read it. */
export function markdown({ rate, seconds, goalsMs, commit, machine, date, isQuiet, sizes }) {
  const parts = Object.entries(sizes).map(([size, measured]) => part(size, goalsMs[size], rate, measured))
  return `# The page's four lists at ${rate} requests a second

By 500 people who sign their requests with API tokens, a fixed schedule of arrivals, time counted from the moment when a
request was due. Medians of three rounds of ${seconds} s. Commit ${commit}, ${date}. The machine: ${machine}. Generator, service
and PostgreSQL share it.
${isQuiet ? '' : '\n**Not to be judged by: the machine was busy with other things.**\n'}
${parts.join('\n')}
If a goal is missed: run it with \`BENCH_JVM="-XX:StartFlightRecording:settings=profile,filename=/tmp/api.jfr"\`, then
\`jfr view hot-methods /tmp/api.jfr\` and \`jfr view allocation-by-class /tmp/api.jfr\` tell where the service's time goes. Where PostgreSQL takes the most,
\`bench/history/run\` and \`bench/prompts/run\` show the plans.
`
}

function part(size, goal, asked, { kinds, errors, rate, cpuMsPerRequest: cpu, coresOfOthers, rssMb, counts, most }) {
  const rows = Object.entries(kinds).map(
    ([kind, { p50, p95, p99, max }]) =>
      `| ${[kind, ...[p50, p95, p99, max].map((ms) => ms.toFixed(1)), p95 <= goal ? 'met' : '**missed**'].join(' | ')} |`,
  )
  return `## ${size}: ${SIZES[size]}, of 1,000 people

The person with the most has ${counts.runs.toLocaleString('en')} runs and ${counts.prompts.toLocaleString('en')} prompts; all see ${counts.models} models.

| query | p50 ms | p95 ms | p99 ms | longest ms | p95 of at most ${goal} ms |
|---|---|---|---|---|---|
${rows.join('\n')}

${rate < 0.98 * asked ? '**It could not keep up**: of more than it answers ever more wait. ' : ''}${errors} errors; ${rate.toFixed(0)} requests a second were answered. CPU for each request: service ${cpu.service.toFixed(2)} ms, PostgreSQL ${cpu.postgresql.toFixed(2)} ms,
generator ${cpu.generator.toFixed(2)} ms; others used ${coresOfOthers.toFixed(2)} cores. Asked as fast as it answers, eight at a time, the machine reaches ${most.rate.toFixed(0)} requests
a second. The service's memory: ${rssMb} MB.
`
}
