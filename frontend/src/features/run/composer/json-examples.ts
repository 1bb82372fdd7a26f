import type { JsonObject } from '@/features/run/composer/json-text'
import type { JsonName } from '@/features/run/composer/parameter-text'

/** Something to begin with: an answer in two fields; Qwen without its reasoning, as vLLM and SGLang take it. */
export const JSON_EXAMPLES: Record<JsonName, JsonObject> = {
  responseFormat: {
    type: 'object',
    properties: {
      answer: { type: 'string' },
      confidence: { type: 'number', minimum: 0, maximum: 1 },
    },
    required: ['answer', 'confidence'],
    additionalProperties: false,
  },
  extra: {
    chat_template_kwargs: { enable_thinking: false },
  },
}
