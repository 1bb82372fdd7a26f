package dev.assay.prompt;

import dev.assay.access.Owner;
import dev.assay.access.SearchTerms;
import java.util.List;
import java.util.Set;

/** What a prompt is found by: its text, its tags and its star. */
final class SearchText {
  private SearchText() {}

  /** What is searched of a prompt, folded. */
  static String of(Prompt prompt, PromptBody body) {
    return SearchTerms.fold(prompt.name() + "\n" + prompt.description() + "\n" + body.content());
  }

  /** The terms of a prompt whose text was folded. */
  static Set<Integer> terms(Owner owner, String text, List<String> tags, boolean isStarred) {
    SearchTerms own = new SearchTerms(owner);
    return withOthers(own.of(text), own, tags, isStarred);
  }

  /** Terms that all prompts have which the filter lets through; none where it cannot be told. */
  static Set<Integer> terms(Owner owner, PromptFilter filter) {
    SearchTerms own = new SearchTerms(owner);
    return withOthers(
        own.wanted(filter.text()), own, filter.tags(), Boolean.TRUE.equals(filter.isStarred()));
  }

  private static Set<Integer> withOthers(
      Set<Integer> terms, SearchTerms own, List<String> tags, boolean isStarred) {
    tags.forEach(tag -> terms.add(own.mark("tag " + tag)));
    if (isStarred) {
      terms.add(own.mark("star"));
    }
    return terms;
  }
}
