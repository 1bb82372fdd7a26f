import { METRICS, median, type ComparedLane, type Metric } from '@/features/run/comparison/compared-lanes'
import { NONE } from '@/lib/format'
import { laneLetter } from '@/lib/lane'

/** What the page's language adds to the answers. */
export interface MarkdownWords {
  title: string
  lane: string
  metric: (metric: Metric) => string
  value: (metric: Metric, value: number | null) => string
  /** What a lane has of its own; empty for nothing. */
  own: (lane: ComparedLane) => string
  /** Names a repeat; null where there is only one. */
  repeat: (iteration: number) => string | null
  /** In place of a text that is not there. */
  empty: string
}

/** A run as a Markdown document: the message, the numbers as a table, and every answer under a heading of its own. */
export function answersMarkdown(message: string, lanes: readonly ComparedLane[], words: MarkdownWords): string {
  return [
    `# ${words.title}`,
    message.replaceAll(/^/gm, '> '),
    table(lanes, words),
    ...lanes.flatMap((lane) =>
      lane.results.map(({ record }) => {
        const heading = [nameOf(lane), words.own(lane), words.repeat(record.iteration)].filter(Boolean).join(', ')
        const failed = record.error ? `*${record.error.code}: ${record.error.message}*` : null
        return [`## ${heading}`, record.text || null, failed ?? (record.text ? null : words.empty)]
          .filter((part) => part !== null)
          .join('\n\n')
      }),
    ),
  ].join('\n\n')
}

function table(lanes: readonly ComparedLane[], words: MarkdownWords): string {
  const rows = [
    [words.lane, ...METRICS.map(words.metric)],
    ['---', ...METRICS.map(() => '---:')],
    ...lanes.map((lane) => [
      nameOf(lane).replaceAll('|', '\\|'),
      ...METRICS.map((metric) => words.value(metric, median(lane.values[metric])) || NONE),
    ]),
  ]
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function nameOf({ record }: ComparedLane): string {
  return `${laneLetter(record.position)} ${record.modelSnapshot.name}`
}
