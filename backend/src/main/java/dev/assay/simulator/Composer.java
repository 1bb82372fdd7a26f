package dev.assay.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Decides a whole chat completion: its text, where it ends and why. */
final class Composer {
  private static final int NUMBERS = 64;

  private final ChatRequest request;
  private final Script script;
  private final SplittableRandom random;
  private final long exchange;

  private Composer(ChatRequest request, long exchange, long chance) {
    this.request = request;
    this.script = request.script();
    this.exchange = exchange;
    Long seed = script.seed();
    this.random =
        new SplittableRandom(
            seed == null
                ? chance
                : seed * 31 + (request.family().modelName() + request.text()).hashCode());
  }

  /** {@code chance} decides where the script has no seed. */
  static Reply.Chat compose(ChatRequest request, long exchange, Set<Fault> faults, long chance) {
    return new Composer(request, exchange, chance).chat(faults);
  }

  private Reply.Chat chat(Set<Fault> faults) {
    Tokens tokens = tokens();
    int reasoning = Math.min(script.reasoning(), tokens.size());
    @Nullable Stop stop =
        request.stop().isEmpty() || !tokens.fixed()
            ? null
            : Stop.find(tokens, reasoning, request.stop());
    if (stop != null) {
      tokens = stop.tokens();
    }
    String finish = "stop";
    if (tokens.size() > request.maxTokens()) {
      tokens = new Tokens.First(tokens, request.maxTokens());
      finish = "length";
      stop = null;
    }
    if (faults.contains(Fault.HUGE)) {
      tokens = new Tokens.WithHuge(tokens, Math.min(script.at(), tokens.size() - 1));
    }
    return new Reply.Chat(
        "chatcmpl-sim-" + exchange,
        Instant.now().getEpochSecond(),
        request,
        tokens,
        Math.min(reasoning, tokens.size()),
        finish,
        stop == null ? null : stop.met(),
        faults,
        random.nextLong());
  }

  private Tokens tokens() {
    int reasoning = script.reasoning();
    int size = reasoning + (script.tokens() < 0 ? NUMBERS : script.tokens());
    return switch (script.text()) {
      case NUMBERS -> new Tokens.Numbers(size, reasoning);
      case STAMPS -> new Tokens.Stamps(size, exchange);
      case EN -> prose(Language.EN);
      case KO -> prose(Language.KO);
      case AUTO -> prose(Language.of(request.userText()));
    };
  }

  private Tokens prose(Language language) {
    Prose prose = new Prose(language, request.family().modelName(), request.userText(), random);
    List<String> tokens = new ArrayList<>(prose.reasoningOf(script.reasoning()));
    tokens.addAll(
        script.tokens() < 0 ? prose.answer(script.blocks()) : prose.answerOf(script.tokens()));
    return new Tokens.Listed(tokens);
  }
}
