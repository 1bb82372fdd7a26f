import type { ResultRecord, RunEvent, RunRecord } from '@/features/run/live/run-state'

/** A run to test with: lanes with one result each, named `a`, `b` and so on. */
export function testingRun(change: Partial<RunRecord> = {}): RunRecord {
  return {
    __typename: 'Run',
    id: 'run',
    number: 7,
    status: 'RUNNING',
    userMessage: 'Why?',
    systemPrompt: null,
    promptVersion: null,
    variables: [],
    parameters: testingParameters({ temperature: 0.7 }),
    iterations: 1,
    lanes: [testingLane(0), testingLane(1)],
    results: [testingResult('a'), testingResult('b', { lane: { __typename: 'Lane', position: 1 } })],
    check: null,
    owner: { __typename: 'Person', id: 'ada', name: 'Ada' },
    canChange: true,
    createdAt: '2026-11-21T05:40:00Z',
    startedAt: null,
    finishedAt: null,
    ...change,
  }
}

export function testingLane(position: number): RunRecord['lanes'][number] {
  return {
    __typename: 'Lane',
    position,
    model: { __typename: 'Model', id: `model-${position}`, removedAt: null },
    modelSnapshot: {
      __typename: 'ModelSnapshot',
      name: `Model ${position}`,
      modelName: `model-${position}`,
      endpointUrl: 'http://localhost:8000/v1',
      protocol: 'OPENAI',
      isSimulated: true,
      inputPricePerMillion: null,
      outputPricePerMillion: '0.5',
    },
    parameters: testingParameters({ temperature: 0.7 }),
    ownParameters: [],
    ignoredParameters: [],
    systemPrompt: null,
    promptVersion: null,
    variables: [],
  }
}

export function testingParameters(change: Partial<RunRecord['parameters']>): RunRecord['parameters'] {
  return {
    __typename: 'Parameters',
    temperature: null,
    maxTokens: null,
    topP: null,
    seed: null,
    stop: null,
    topK: null,
    minP: null,
    frequencyPenalty: null,
    presencePenalty: null,
    repetitionPenalty: null,
    reasoningEffort: null,
    responseFormat: null,
    extra: null,
    ...change,
  }
}

export function testingResult(id: string, change: Partial<ResultRecord> = {}): ResultRecord {
  return {
    __typename: 'Result',
    id,
    status: 'RUNNING',
    iteration: 1,
    lane: { __typename: 'Lane', position: 0 },
    text: '',
    reasoning: '',
    finishReason: null,
    error: null,
    timings: null,
    usage: null,
    attempts: 1,
    queuePosition: null,
    stop: null,
    hasPassed: null,
    checkMessage: null,
    ...change,
  }
}

/** Events numbered and timed by hand; the pieces' offsets are the writer's to choose. */
export const event = {
  snapshot: (sequence: number, run: RunRecord, atMs = 0): RunEvent => ({
    __typename: 'RunSnapshot',
    runId: 'run',
    sequence,
    atMs,
    run,
  }),
  text: (sequence: number, text: string, offset: number, atMs = sequence * 10, resultId = 'a'): RunEvent => ({
    __typename: 'TextAppended',
    runId: 'run',
    sequence,
    atMs,
    resultId,
    text,
    kind: 'ANSWER',
    offset,
    tokens: 1,
  }),
  changed: (sequence: number, result: ResultRecord, atMs: number): RunEvent => ({
    __typename: 'ResultChanged',
    runId: 'run',
    sequence,
    atMs,
    result,
  }),
  ended: (sequence: number, result: ResultRecord, atMs: number): RunEvent => ({
    __typename: 'ResultFinished',
    runId: 'run',
    sequence,
    atMs,
    result,
  }),
  finished: (sequence: number, run: RunRecord, atMs: number): RunEvent => ({
    __typename: 'RunFinished',
    runId: 'run',
    sequence,
    atMs,
    run,
  }),
}
