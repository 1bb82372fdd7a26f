/** The result as people read it. */
export function markdown({ goalMs, starts, commit, machine, date, ways, isQuiet }) {
  const rows = Object.entries(ways).map(([way, { healthMs, queryMs, cpuMs, coresOfOthers }]) => {
    const spread = ({ median, min, max }) => `${median} (${min}–${max})`
    return `| ${[way, spread(healthMs), spread(queryMs), spread(cpuMs), spread(coresOfOthers)].join(' | ')} |`
  })
  return `# From the exec of the jar to its first answers

The goal: at most ${goalMs} ms with the AOT cache, database apart. Commit ${commit}, ${date}. ${starts} starts each way, by turns;
the PostgreSQL ran before. The machine: ${machine}.
${isQuiet ? '' : '\n**Not to be judged by: the machine was busy with other things.**\n'}
| | \`/health\`, ms: median (least–most) | \`{ viewer { id } }\`, ms | CPU, ms | cores that others used |
|---|---|---|---|---|
${rows.join('\n')}

CPU: the service's, PostgreSQL's, and the bench's own, which looks for an answer every 10 ms.
If the goal is missed: with \`BENCH_JVM="-Xlog:class+init=info:file=/tmp/init.txt"\` the times at which classes are first used tell what
the start does when; with \`-Xlog:class+load:file=…\` every \`source: jar:\` is a class that the cache lacks; \`-Xlog:aot\` says
whether the cache was taken at all.
`
}
