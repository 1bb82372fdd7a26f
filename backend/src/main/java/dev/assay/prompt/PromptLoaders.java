package dev.assay.prompt;

import dev.assay.graphql.Caller;
import dev.assay.graphql.Loaders;
import graphql.GraphQLContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Reads many of the caller's prompts and versions in one query. */
@Singleton
public final class PromptLoaders implements Loaders {
  /** {@link PromptVersionId} to {@link PromptVersion}, also of removed prompts. */
  public static final String VERSIONS = "prompt.versions";

  /** {@link PromptVersionId} to {@link PromptBody}, also of removed prompts. */
  public static final String BODIES = "prompt.bodies";

  /** {@link PromptId} to {@link Prompt}, removed ones too. */
  public static final String PROMPTS = "prompt.prompts";

  /** {@link Newest} to the versions, newest first. */
  static final String NEWEST = "prompt.newest";

  /** {@link PromptId} to its labels. */
  static final String LABELS = "prompt.labels";

  private final PromptService service;
  private final LabelService labels;

  PromptLoaders(PromptService service, LabelService labels) {
    this.service = service;
    this.labels = labels;
  }

  /**
   * Some versions of a prompt, newest first.
   *
   * @param first how many at most
   * @param before only those with a smaller number; null for all
   */
  record Newest(PromptId prompt, int first, @Nullable Integer before) {
    /** Those that one query can answer have the same. */
    private List<@Nullable Integer> bounds() {
      return Arrays.asList(first, before);
    }
  }

  @Override
  public void register(DataLoaderRegistry registry, GraphQLContext context) {
    registry.register(
        VERSIONS,
        Loaders.<PromptVersionId, PromptVersion>batch(
            ids -> service.versions(Caller.of(context), ids)));
    registry.register(
        BODIES,
        Loaders.<PromptVersionId, PromptBody>batch(ids -> service.bodies(Caller.of(context), ids)));
    registry.register(
        PROMPTS, Loaders.<PromptId, Prompt>batch(ids -> service.prompts(Caller.of(context), ids)));
    registry.register(
        NEWEST,
        Loaders.<Newest, List<PromptVersion>>batch(keys -> newest(Caller.of(context), keys)));
    registry.register(
        LABELS,
        Loaders.<PromptId, List<PromptLabel>>batch(ids -> labels.labels(Caller.of(context), ids)));
  }

  private Map<Newest, List<PromptVersion>> newest(Caller caller, Set<Newest> keys) {
    Map<Newest, List<PromptVersion>> all = new HashMap<>();
    keys.stream()
        .collect(Collectors.groupingBy(Newest::bounds))
        .values()
        .forEach(alike -> {
          Newest one = alike.getFirst();
          Map<PromptId, List<PromptVersion>> found =
              service.newest(
                  caller, alike.stream().map(Newest::prompt).toList(), one.before(), one.first());
          alike.forEach(key -> all.put(key, found.getOrDefault(key.prompt(), List.of())));
        });
    return all;
  }
}
