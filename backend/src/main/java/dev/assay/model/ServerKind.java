package dev.assay.model;

import dev.assay.provider.OfferedModel;
import java.util.List;

/**
 * A program that serves models, with the port that it listens on unless it is told another.
 *
 * <p>What they name as the owner of their models tells them apart where one listens on another's
 * port; LM Studio names its models' makers.
 */
public enum ServerKind {
  /** vLLM. */
  VLLM(8000, "vllm"),
  /** Ollama. */
  OLLAMA(11434, "library"),
  /** LM Studio. */
  LM_STUDIO(1234, "organization_owner"),
  /** The server of llama.cpp. */
  LLAMA_CPP(8080, "llamacpp"),
  /** SGLang. */
  SGLANG(30000, "sglang");

  private final int port;
  private final String owner;

  ServerKind(int port, String owner) {
    this.port = port;
    this.owner = owner;
  }

  /** The port that it usually listens on. */
  int port() {
    return port;
  }

  /** Which program offers these models: by what it says of them, else this one. */
  ServerKind orWhoOffers(List<OfferedModel> models) {
    for (ServerKind kind : values()) {
      if (models.stream().anyMatch(model -> model.ownedBy().equals(kind.owner))) {
        return kind;
      }
    }
    return this;
  }
}
