package dev.assay.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Readable Markdown about a message, the same for the same message, model and random numbers. */
final class Prose {
  private final Language language;
  private final String model;
  private final Topic topic;
  private final SplittableRandom random;

  Prose(Language language, String model, String message, SplittableRandom random) {
    this.language = language;
    this.model = model;
    this.topic = Topic.of(message, language);
    this.random = random;
  }

  /** An opening, so many blocks, a close, and the note that it is simulated. */
  List<String> answer(int blocks) {
    List<String> parts = new ArrayList<>();
    if (topic.kind() == Topic.Kind.GREETING) {
      parts.addAll(body(1));
    } else {
      parts.add(pick(openings()));
      parts.addAll(body(blocks));
      parts.add(pick(Phrases.of(language, "close")));
    }
    parts.add(pick(Phrases.of(language, "note")));
    return Tokenizer.split(String.join("\n\n", parts));
  }

  /** Exactly so many tokens: an answer that goes on and on, cut where it must. */
  List<String> answerOf(int tokens) {
    return exactly(tokens, () -> Tokenizer.split(String.join("\n\n", body(4)) + "\n\n"));
  }

  /** Exactly so many tokens of thinking aloud, of which the last trails off. */
  List<String> reasoningOf(int tokens) {
    if (tokens == 0) {
      return List.of();
    }
    List<String> thoughts =
        exactly(
            tokens - 1,
            () -> Tokenizer.split(String.join(" ", shuffled(Phrases.of(language, "think"))) + " "));
    thoughts.add(" …");
    return thoughts;
  }

  private static List<String> exactly(int tokens, Supplier<List<String>> more) {
    List<String> all = new ArrayList<>(tokens);
    while (all.size() < tokens) {
      all.addAll(more.get());
    }
    return new ArrayList<>(all.subList(0, tokens));
  }

  private List<String> openings() {
    List<String> own = Phrases.of(language, "open." + model);
    return own.isEmpty() ? Phrases.of(language, "open") : own;
  }

  /** Blocks of the topic's own kind first, then of those that fit anything. */
  private List<String> body(int blocks) {
    List<String> body = new ArrayList<>(shuffled(Phrases.of(language, topic.kind().section())));
    if (topic.kind() != Topic.Kind.EXPLAIN) {
      body.addAll(shuffled(Phrases.of(language, Topic.Kind.EXPLAIN.section())));
    }
    return body.subList(0, Math.min(blocks, body.size()));
  }

  private String pick(List<String> blocks) {
    return fill(blocks.get(random.nextInt(blocks.size())));
  }

  private List<String> shuffled(List<String> blocks) {
    List<String> shuffled = new ArrayList<>(blocks);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      shuffled.set(i, shuffled.set(random.nextInt(i + 1), shuffled.get(i)));
    }
    shuffled.replaceAll(this::fill);
    return shuffled;
  }

  private String fill(String block) {
    return block.replace("{a}", topic.first()).replace("{b}", topic.second());
  }
}
