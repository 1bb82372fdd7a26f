package dev.assay.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.validation.ValidationError;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private final Documents documents = new Documents(TestLimits.USUAL);
  private final AtomicInteger parsed = new AtomicInteger();

  @Test
  void aValidDocumentIsParsedOnce() {
    PreparsedDocumentEntry entry = new PreparsedDocumentEntry(Parser.parse("{ hello }"));
    for (int i = 0; i < 3; i++) {
      ask("{ hello }", entry);
    }

    assertThat(parsed).hasValue(1);
    assertThat(documents.ifKnown("{ hello }")).isInstanceOf(Document.class);
  }

  @Test
  void anInvalidDocumentIsNotKept() {
    ValidationError error = ValidationError.newValidationError().description("No.").build();
    for (int i = 0; i < 3; i++) {
      ask("{ nope }", new PreparsedDocumentEntry(error));
    }

    assertThat(parsed).hasValue(3);
    assertThat(documents.size()).isZero();
  }

  @Test
  void whatIsKeptIsBoundedByItsLength() {
    PreparsedDocumentEntry entry = new PreparsedDocumentEntry(Parser.parse("{ hello }"));
    for (int i = 0; i < 100; i++) {
      ask(i + " ".repeat(99_000), entry);
    }

    assertThat(documents.size()).isBetween(1L, 20L);
  }

  private void ask(String text, PreparsedDocumentEntry entry) {
    ExecutionInput input = ExecutionInput.newExecutionInput(text).build();
    PreparsedDocumentEntry answer =
        documents
            .getDocumentAsync(
                input,
                same -> {
                  parsed.incrementAndGet();
                  return entry;
                })
            .join();
    assertThat(answer).isSameAs(entry);
  }
}
