package dev.assay.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.error.AppException;
import dev.assay.graphql.limit.DocumentLimits;
import dev.assay.graphql.limit.DocumentScan;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents that were parsed and found valid, by their text. Bounded by the texts' length, so that
 * neither many nor long ones fill the memory; invalid ones are not kept, because nobody good sends
 * them twice.
 */
final class Documents implements PreparsedDocumentProvider {
  private static final long MAX_CHARACTERS = 2_000_000;

  private final Cache<String, PreparsedDocumentEntry> valid =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
          .build();

  private final DocumentLimits limits;

  Documents(DocumentLimits limits) {
    this.limits = limits;
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    PreparsedDocumentEntry entry = valid.getIfPresent(input.getQuery());
    if (entry == null) {
      entry = read(input, parseAndValidate);
      if (!entry.hasErrors()) {
        valid.put(input.getQuery(), entry);
      }
    }
    return CompletableFuture.completedFuture(entry);
  }

  private PreparsedDocumentEntry read(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    try {
      DocumentScan.check(input.getQuery(), limits);
      return parseAndValidate.apply(input);
    } catch (AppException e) {
      return new PreparsedDocumentEntry(Errors.of(e));
    }
  }

  @Nullable Document ifKnown(String text) {
    PreparsedDocumentEntry entry = valid.getIfPresent(text);
    return entry == null ? null : entry.getDocument();
  }

  long size() {
    valid.cleanUp();
    return valid.estimatedSize();
  }
}
