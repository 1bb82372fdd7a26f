/** OpenAI chat completions, as vLLM, SGLang, Ollama, llama.cpp, LM Studio and OpenAI speak them. */
@NullMarked
package dev.assay.provider.openai;

import org.jspecify.annotations.NullMarked;
